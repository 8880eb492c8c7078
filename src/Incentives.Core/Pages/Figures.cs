using Incentives.Core.Diagnostics;

namespace Incentives.Core.Pages;

/// <summary>One figure in large print.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Note">More about it; empty for nothing.</param>
/// <param name="Paint">Its colour among the others.</param>
internal sealed record Figure(string Label, string Value, string Note, Paint Paint);

/// <summary>The figures that matter most.</summary>
internal sealed record Figures(IReadOnlyList<Figure> Items) : Block
{
    /// <inheritdoc/>
    public override void Write(Html html, Language language)
    {
        html.Open("dl", ("class", "figures")).Raw("\n");
        foreach (Figure figure in Items)
        {
            html.Open("div", ("class", "figure " + figure.Paint.Class())).Element("dt", figure.Label).Open("dd").Element("strong", figure.Value);
            if (figure.Note.Length > 0) html.Element("span", figure.Note);
            html.Close().CloseLine();
        }

        html.CloseLine();
    }
}
