using Incentives.Core.Diagnostics;

namespace Incentives.Core.Pages;

/// <summary>A sentence of the page.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsImportant">Whether it stands out.</param>
internal sealed record Notice(string Text, bool IsImportant = false) : Block
{
    /// <inheritdoc/>
    public override void Write(Html html, Language language) => html.Open("p", ("class", IsImportant ? "notice important" : "notice")).Text(Text).CloseLine();
}
