using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Pages;

/// <summary>One difference.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Detail">More about that, in small print; empty for nothing.</param>
/// <param name="Difference">More than before to the right, less to the left.</param>
internal sealed record Swing(string Label, string Detail, Money Difference);

/// <summary>A chart of differences: bars to both sides of a line, on one scale, the longest half as wide as the chart.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Items">The differences in order.</param>
/// <param name="Note">What was left out, or how to read it; empty for nothing.</param>
internal sealed record Diverging(string Title, IReadOnlyList<Swing> Items, string Note = "") : Block
{
    /// <inheritdoc/>
    public override void Write(Html html, Language language)
    {
        bool isChinese = language == Language.Chinese;
        Int128 longest = Items.Count == 0 ? 0 : Items.Max(s => Int128.Abs(s.Difference.Fen));
        html.Open("figure", ("class", "chart")).Open("figcaption").Element("h3", Title).Open("ul", ("class", "legend"));
        Legend.Item(html, Paint.Loss, isChinese ? "减少" : "less", "");
        Legend.Item(html, Paint.Gain, isChinese ? "增加" : "more", "");
        html.Close().CloseLine().Open("ul", ("class", "bars swings")).Raw("\n");
        foreach (Swing swing in Items)
        {
            string value = WanYuan.Signed(swing.Difference);
            bool isGain = swing.Difference >= Money.Zero;
            Int128 size = Int128.Abs(swing.Difference.Fen);
            html.Open("li").Open("span", ("class", "bar-label")).Text(swing.Label);
            if (swing.Detail.Length > 0) html.Raw(" ").Element("small", swing.Detail);
            html.Close().Open("svg", ("class", "bar"), ("role", "img"), ("width", "100%"), ("height", "18"), ("aria-label", $"{swing.Label}: {value}")).Element("title", $"{swing.Label}: {value}");
            html.Open("rect", ("class", (isGain ? Paint.Gain : Paint.Loss).Class()), ("x", isGain ? "50%" : PaintTable.Length(longest - size, longest * 2)), ("y", "0"), ("width", PaintTable.Length(size, longest * 2)), ("height", "18")).Close();
            html.Open("line", ("class", "axis"), ("x1", "50%"), ("x2", "50%"), ("y1", "0"), ("y2", "18")).Close();
            html.Close().Element("span", value, "bar-value").CloseLine();
        }

        html.CloseLine();
        if (Note.Length > 0) html.Open("p", ("class", "note")).Text(Note).CloseLine();
        html.CloseLine();
    }
}
