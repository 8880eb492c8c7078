namespace Incentives.Tests.Commands;

/// <summary>A small correct scheme, from which bad ones are made by one change; and a roster for it.</summary>
internal static class ProbeScheme
{
    public const string Text =
        """
        scheme: probe
        title: 示例办法
        issuer: 示例市
        status: in-force
        effective: 2024-01-01..2024-12-31
        awards:
          示例奖: {level: 市}
        lists:
          listed: [示例奖]
        readings:
          tier:
            question: 按哪一档？
            default: high
            decided-by: 使用方
        settings:
          封顶: 60万元
        clauses:
          - id: prize
            cite: 第一条
            department: 市局
            when: {award: $listed, rank: 1..3}
            pay:
              up-to: {reading: tier, high: 50万元, low: 5万元}
              at-most: $封顶

        """;

    public const string Roster = "编号,名称,对象类型,奖项,排名,认定日期\nA1,示例公司,组织,示例奖,1,2024-05-30\n";

    /// <summary>The scheme with one piece of its text replaced, which must stand there exactly once.</summary>
    public static string With(string old, string text)
    {
        Text.Split(old).Should().HaveCount(2, "'{0}' should stand once in the scheme", old);
        return Text.Replace(old, text, StringComparison.Ordinal);
    }
}
