using Incentives.Core.Diagnostics;

namespace Incentives.Core.Pages;

/// <summary>One part of a whole.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Size">How much of it there is.</param>
/// <param name="Value">That, as it is shown.</param>
/// <param name="Paint">Its colour.</param>
internal sealed record Part(string Label, long Size, string Value, Paint Paint);

/// <summary>A whole cut into parts: one bar, with a legend.</summary>
/// <param name="Title">What is cut.</param>
/// <param name="Parts">The parts in order.</param>
internal sealed record Stack(string Title, IReadOnlyList<Part> Parts) : Block
{
    /// <inheritdoc/>
    public override void Write(Html html, Language language)
    {
        Int128 whole = 0, before = 0;
        foreach (Part part in Parts) whole += part.Size;
        string words = $"{Title}: {string.Join("; ", Parts.Select(p => $"{p.Label} {p.Value}"))}";
        html.Open("figure", ("class", "chart stack")).Open("figcaption").Element("h3", Title).CloseLine();
        html.Open("svg", ("class", "bar"), ("role", "img"), ("width", "100%"), ("height", "22"), ("aria-label", words)).Element("title", words);
        foreach (Part part in Parts.Where(p => p.Size > 0))
        {
            html.Open("rect", ("class", part.Paint.Class()), ("x", PaintTable.Length(before, whole)), ("y", "0"), ("width", PaintTable.Length(part.Size, whole)), ("height", "22"))
                .Element("title", $"{part.Label} {part.Value}").Close();
            before += part.Size;
        }

        html.CloseLine().Open("ul", ("class", "legend")).Raw("\n");
        foreach (Part part in Parts) Legend.Item(html, part.Paint, part.Label, part.Value);
        html.Close().CloseLine();
    }
}

/// <summary>What the paints of a chart mean.</summary>
internal static class Legend
{
    /// <summary>One item of a list of them.</summary>
    public static void Item(Html html, Paint paint, string label, string value)
    {
        html.Open("li").Open("svg", ("class", "key"), ("width", "14"), ("height", "14"), ("aria-hidden", "true"))
            .Open("rect", ("class", paint.Class()), ("width", "14"), ("height", "14")).Close().Close().Element("span", label);
        if (value.Length > 0) html.Element("b", value);
        html.CloseLine();
    }
}
