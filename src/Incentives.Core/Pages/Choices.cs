using Incentives.Core.Diagnostics;

namespace Incentives.Core.Pages;

/// <summary>A question the text leaves open, and the answer in force.</summary>
/// <param name="Question">The question.</param>
/// <param name="Name">Its name, and whose it is.</param>
/// <param name="Options">The answers: text, whether it is in force, what is to be said of it.</param>
/// <param name="Facts">Who decided, notes.</param>
internal sealed record Choice(string Question, string Name, IReadOnlyList<(string Text, bool IsTaken, string Remark)> Options, IReadOnlyList<string> Facts);

/// <summary>Questions with their answers.</summary>
internal sealed record Choices(IReadOnlyList<Choice> Items) : Block
{
    /// <inheritdoc/>
    public override void Write(Html html, Language language)
    {
        html.Open("div", ("class", "choices")).Raw("\n");
        foreach (Choice choice in Items)
        {
            html.Open("article").Element("h3", choice.Question).Element("p", choice.Name, "name").Open("ul").Raw("\n");
            foreach ((string text, bool isTaken, string remark) in choice.Options)
            {
                html.Open("li", ("class", isTaken ? "taken" : null)).Element("span", isTaken ? "●" : "○", "mark").Element("span", text);
                if (remark.Length > 0) html.Raw(" ").Element("small", remark);
                html.CloseLine();
            }

            html.CloseLine();
            foreach (string fact in choice.Facts) html.Element("p", fact, "fact").Raw("\n");
            html.CloseLine();
        }

        html.CloseLine();
    }
}
