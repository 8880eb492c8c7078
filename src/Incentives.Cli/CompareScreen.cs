using Incentives.Core.Comparing;
using Incentives.Core.Numbers;
using Incentives.Core.Reports.Comparisons;
using Spectre.Console;

namespace Incentives.Cli;

/// <summary>What a comparison looks like on the screen.</summary>
internal static class CompareScreen
{
    private const int MostPeople = 10;
    private const int MostInDetail = 3;

    /// <summary>All variants in one table, then each in detail; many variants, such as a sweep, only in the table.</summary>
    public static void Show(Screen screen, ComparisonReport report, string folder, bool hasPage)
    {
        Comparison c = report.Comparison;
        string choices = c.BaseChoices.Count == 0 ? screen.Say("规则文件自己的口径和设定", "the rules' own readings and settings") : string.Join(", ", c.BaseChoices.Select(b => b.Words.In(screen.Language)));
        screen.Output.WriteLine(screen.Say(
            $"名册 {c.RosterRows:N0} 行。基准：规则 {c.BaseRules}，{choices}；应付合计 {c.Payable.ToReadable()} 元",
            $"{c.RosterRows:N0} roster rows. Base: rules {c.BaseRules}, {choices}; payable {c.Payable.ToReadable()} yuan"));
        Overview(screen, c);
        if (c.Variants.Count <= MostInDetail)
        {
            for (int i = 0; i < c.Variants.Count; i++) Detail(screen, c.Variants[i], report.People[i]);
        }
        else
        {
            ByClause(screen, c);
        }

        if (folder.Length > 0)
            screen.Output.WriteLine(screen.Say($"结果在 {folder}：compare.csv（逐行）、compare-summary.csv（汇总）、compare-recipients.csv（对象）、compare.json（记录）", $"Results are in {folder}: compare.csv (each row), compare-summary.csv (sums), compare-recipients.csv (recipients), compare.json (record)") + (hasPage ? screen.Say("、compare.html（网页）", ", compare.html (page)") : ""));
        else
            screen.Output.WriteLine(screen.Say("加上 --out 文件夹，可得到逐行的差额。", "Add --out FOLDER for the difference of each row."));
    }

    /// <summary>A difference with its sign.</summary>
    private static string Signed(Money money) => money > Money.Zero ? "+" + money.ToReadable() : money.ToReadable();

    private static void Overview(Screen screen, Comparison c)
    {
        Table table = Screen.NewTable(
            screen.Say("各方案与基准", "Variants against the base"), screen.Say("方案", "variant"), screen.Say("应付（元）", "payable (yuan)"), screen.Say("差额（元）", "difference (yuan)"),
            screen.Say("变动行数", "changed rows"), screen.Say("增加的对象", "who gain"), screen.Say("减少的对象", "who lose"));
        RightAlign(table);
        table.AddRow(Text(screen.Say("（基准）", "(base)")), Text(c.Payable.ToReadable()), Text(""), Text(""), Text(""), Text(""));
        foreach (VariantComparison v in c.Variants)
            table.AddRow(Text(v.Variant.Name), Text(v.Total.Then.ToReadable()), Text(Signed(v.Total.Difference)), Text($"{v.Total.Rows:N0}"), Text($"{v.Gainers.Count:N0}"), Text($"{v.Losers.Count:N0}"));
        screen.Tables.Write(table);
    }

    // One column a variant is too wide for many; one line a clause and variant that differ is not.
    private static void ByClause(Screen screen, Comparison c)
    {
        Table table = Screen.NewTable(screen.Say("有差额的条款", "Clauses that differ"), screen.Say("条款", "clause"), screen.Say("方案", "variant"), screen.Say("基准（元）", "base (yuan)"), screen.Say("方案（元）", "variant (yuan)"), screen.Say("差额（元）", "difference (yuan)"));
        RightAlign(table, from: 2);
        foreach (var clause in c.Variants.SelectMany(v => v.By("clause").Where(s => s.Rows > 0).Select(s => (Variant: v, Sum: s))).GroupBy(x => x.Sum.Key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach ((VariantComparison v, ComparisonSum sum) in clause)
                table.AddRow(Text(Name(screen, sum.Key)), Text(v.Variant.Name), Text(sum.Base.ToReadable()), Text(sum.Then.ToReadable()), Text(Signed(sum.Difference)));
        }

        if (table.Rows.Count > 0) screen.Tables.Write(table);
    }

    private static void Detail(Screen screen, VariantComparison v, NamedPeople people)
    {
        screen.Output.WriteLine(screen.Say($"方案“{v.Variant.Name}”：", $"Variant '{v.Variant.Name}':"));
        if (v.Total.Rows == 0)
        {
            screen.Output.WriteLine(screen.Say("  没有任何一行与基准不同。", "  no row differs from the base."));
            return;
        }

        Sums(screen, v, "clause", screen.Say("变动的条款", "Clauses that differ"), screen.Say("条款", "clause"));
        Sums(screen, v, "department", screen.Say("涉及的主管部门", "Departments concerned"), screen.Say("部门", "department"));
        if (v.By("district").Any()) Sums(screen, v, "district", screen.Say("涉及的区县", "Districts concerned"), screen.Say("区县", "district"));
        if (v.Variant.Changes.Count > 1) Attributed(screen, v);
        People(screen, people.Gainers, v.Gainers.Count, screen.Say("增加的对象", "Who gain"));
        People(screen, people.Losers, v.Losers.Count, screen.Say("减少的对象", "Who lose"));
    }

    private static void Sums(Screen screen, VariantComparison v, string by, string title, string heading)
    {
        Table table = Screen.NewTable(
            title, heading, screen.Say("变动行数", "changed rows"), screen.Say("基准（元）", "base (yuan)"), screen.Say("方案（元）", "variant (yuan)"), screen.Say("增（元）", "more (yuan)"), screen.Say("减（元）", "less (yuan)"),
            screen.Say("差额（元）", "difference (yuan)"));
        RightAlign(table);
        foreach (ComparisonSum s in v.By(by).Where(s => s.Rows > 0))
            table.AddRow(Text(Name(screen, s.Key)), Text($"{s.Rows:N0}"), Text(s.Base.ToReadable()), Text(s.Then.ToReadable()), Text(s.More.ToReadable()), Text(s.Less.ToReadable()), Text(Signed(s.Difference)));
        screen.Tables.Write(table);
    }

    private static void Attributed(Screen screen, VariantComparison v)
    {
        Table table = Screen.NewTable(screen.Say("差额由哪一处改动引起（按先后逐处改）", "Which change moved it (one after the other)"), screen.Say("改动", "change"), screen.Say("条款", "clause"), screen.Say("行数", "rows"), screen.Say("差额（元）", "difference (yuan)"));
        RightAlign(table, from: 2);
        foreach (Attribution a in v.Attributions) table.AddRow(Text(a.Change.Words.In(screen.Language)), Text(a.Clause), Text($"{a.Rows:N0}"), Text(Signed(a.Difference)));
        screen.Tables.Write(table);
    }

    private static void People(Screen screen, IReadOnlyList<NamedRecipient> people, int all, string title)
    {
        if (all == 0) return;
        string count = all > MostPeople ? screen.Say($"（{all:N0} 个，列出前 {MostPeople} 个）", $" ({all:N0}, the first {MostPeople} of them)") : screen.Say($"（{all:N0} 个）", $" ({all:N0})");
        Table table = Screen.NewTable(title + count, screen.Say("名称", "recipient"), screen.Say("基准（元）", "base (yuan)"), screen.Say("方案（元）", "variant (yuan)"), screen.Say("差额（元）", "difference (yuan)"), screen.Say("哪些行（条款）", "which rows (clause)"));
        for (int i = 1; i < 4; i++) table.Columns[i].RightAligned();
        foreach (NamedRecipient p in people.Take(MostPeople))
        {
            string lines = string.Join(", ", p.Lines.GroupBy(l => l.Clause).Select(g => $"{string.Join(' ', g.Select(l => l.Line))} ({g.Key})"));
            if (p.RowCount > p.Lines.Count) lines += " ...";
            table.AddRow(Text(p.Name.Length > 0 ? p.Name : p.Id), Text(p.Base.ToReadable()), Text(p.Then.ToReadable()), Text(Signed(p.Difference)), Text(lines));
        }

        screen.Tables.Write(table);
    }

    private static void RightAlign(Table table, int from = 1)
    {
        for (int i = from; i < table.Columns.Count; i++) table.Columns[i].RightAligned();
    }

    private static string Name(Screen screen, string key) => key.Length == 0 ? screen.Say("（无）", "(none)") : key;

    private static Text Text(string text) => new(text);
}
