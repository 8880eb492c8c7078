using Incentives.Core.Diagnostics;

namespace Incentives.Core.Pages;

/// <summary>Parts side by side where there is room.</summary>
internal sealed record Grid(IReadOnlyList<Block> Items) : Block
{
    /// <inheritdoc/>
    public override void Write(Html html, Language language)
    {
        html.Open("div", ("class", "charts")).Raw("\n");
        foreach (Block block in Items) block.Write(html, language);
        html.CloseLine();
    }
}
