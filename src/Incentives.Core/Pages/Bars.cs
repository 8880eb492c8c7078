using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Pages;

/// <summary>A segment of a bar.</summary>
internal sealed record Segment(Money Amount, Paint Paint);

/// <summary>One bar: amounts side by side.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Detail">More about that, in small print; empty for nothing.</param>
/// <param name="Segments">Its amounts, in order; none negative.</param>
internal sealed record Bar(string Label, string Detail, IReadOnlyList<Segment> Segments)
{
    /// <summary>All its amounts together.</summary>
    public Money Sum => Segments.Aggregate(Money.Zero, (a, s) => a + s.Amount);
}

/// <summary>A chart of amounts: horizontal bars on one scale, the longest as wide as the chart.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Keys">What the paints mean; those that no bar has are left out.</param>
/// <param name="Items">The bars in order.</param>
/// <param name="Note">What was left out, or how to read it; empty for nothing.</param>
internal sealed record Bars(string Title, IReadOnlyList<(Paint Paint, string Label)> Keys, IReadOnlyList<Bar> Items, string Note = "") : Block
{
    /// <inheritdoc/>
    public override void Write(Html html, Language language)
    {
        Money longest = Items.Count == 0 ? Money.Zero : Items.Max(b => b.Sum);
        html.Open("figure", ("class", "chart")).Open("figcaption").Element("h3", Title).Open("ul", ("class", "legend"));
        foreach ((Paint paint, string label) in Keys.Where(k => Items.Any(b => b.Segments.Any(s => s.Paint == k.Paint && s.Amount > Money.Zero)))) Legend.Item(html, paint, label, "");
        html.Close().CloseLine().Open("ul", ("class", "bars")).Raw("\n");
        foreach (Bar bar in Items) Write(html, bar, longest);
        html.CloseLine();
        if (Note.Length > 0) html.Open("p", ("class", "note")).Text(Note).CloseLine();
        html.CloseLine();
    }

    private void Write(Html html, Bar bar, Money longest)
    {
        string parts = string.Join("; ", bar.Segments.Where(s => s.Amount > Money.Zero).Select(s => $"{Keys.FirstOrDefault(k => k.Paint == s.Paint).Label} {WanYuan.Of(s.Amount)}"));
        string words = $"{bar.Label}: {(parts.Length > 0 ? parts : WanYuan.Of(Money.Zero))}";
        html.Open("li").Open("span", ("class", "bar-label")).Text(bar.Label);
        if (bar.Detail.Length > 0) html.Raw(" ").Element("small", bar.Detail);
        html.Close().Open("svg", ("class", "bar"), ("role", "img"), ("width", "100%"), ("height", "18"), ("aria-label", words)).Element("title", words);
        Int128 before = 0;
        foreach (Segment segment in bar.Segments.Where(s => s.Amount > Money.Zero))
        {
            html.Open("rect", ("class", segment.Paint.Class()), ("x", PaintTable.Length(before, longest.Fen)), ("y", "0"), ("width", PaintTable.Length(segment.Amount.Fen, longest.Fen)), ("height", "18")).Close();
            before += segment.Amount.Fen;
        }

        html.Close().Element("span", WanYuan.Of(bar.Sum), "bar-value").CloseLine();
    }
}
