namespace Incentives.Core.Documents;

/// <summary>A piece of a page, as data: what is said, not how it looks.</summary>
internal abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 for the page's title.</param>
/// <param name="Text">Its text.</param>
internal sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(string Text) : Block;

/// <summary>A list.</summary>
internal sealed record Bullets(IReadOnlyList<Bullet> Items) : Block;

/// <summary>An item of a list.</summary>
/// <param name="Label">What it is about; empty for none.</param>
/// <param name="Text">What is said of it.</param>
internal sealed record Bullet(string Label, string Text);

/// <summary>A table.</summary>
/// <param name="Caption">What it holds; empty for none.</param>
/// <param name="Headers">The columns' headings.</param>
/// <param name="Rows">The cells, row by row.</param>
internal sealed record Grid(string Caption, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>A whole page.</summary>
/// <param name="Id">The scheme's id, which names the file.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">Its content, the title included.</param>
internal sealed record Page(string Id, string Title, IReadOnlyList<Block> Blocks);
