using System.Globalization;
using System.Text;

namespace Incentives.Tests.Runs;

/// <summary>Synthetic Zhuzhou rosters: the same seed gives the same rows everywhere. No two rows of one recipient and award share a date, so that the order of rows decides nothing.</summary>
internal static class RosterGenerator
{
    public const string Header = "编号,名称,对象类型,奖项,级别,排名,认定日期,数量,核定金额(元)";

    private static readonly string[] Awards =
    [
        "国家级重点实验室", "企业技术中心", "标准制修订", "标准制修订", "中国质量奖", "鲁班奖", "大禹奖", "中国质量奖提名奖", "湖南省省长质量奖", "湖南老字号", "农产品“两品一标”", "湖南名品", "院士工作站",
    ];

    private static readonly string[] Levels = ["国际", "国家", "行业", "地方", ""];
    private static readonly string[] Ranks = ["1", "2", "3", "4", "", "第一"];
    private static readonly string[] Approved = ["", "", "", "0", "123456.78", "20万元", "9000000", "待定"];

    public static IReadOnlyList<string> Rows(int count, int seed)
    {
        Numbers numbers = new(seed);
        HashSet<(int, int, int)> seen = [];
        List<string> rows = [];
        while (rows.Count < count)
        {
            int recipient = numbers.Below(count / 6), award = numbers.Below(Awards.Length), day = numbers.Below(1100);
            if (!seen.Add((recipient, award, day))) continue;
            bool isPerson = recipient % 5 == 0;
            string date = new DateOnly(2023, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            StringBuilder row = new();
            row.Append(CultureInfo.InvariantCulture, $"R{rows.Count + 1:D6},").Append(isPerson ? "示例先生" : "株洲示例企业").Append(recipient).Append(isPerson ? ",个人," : ",组织,");
            row.Append(Awards[award]).Append(',').Append(Levels[numbers.Below(5)]).Append(',').Append(Ranks[numbers.Below(6)]).Append(',').Append(date);
            row.Append(numbers.Below(20) == 0 ? ",3," : ",1,").Append(Approved[numbers.Below(8)]);
            rows.Add(row.ToString());
        }

        return rows;
    }

    public static string Text(IEnumerable<string> rows) => Header + "\n" + string.Join('\n', rows) + "\n";

    public static IReadOnlyList<string> Shuffle(IEnumerable<string> rows, int seed)
    {
        string[] shuffled = [.. rows];
        Numbers numbers = new(seed);
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int other = numbers.Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    /// <summary>A generator whose numbers do not depend on the runtime's version (Marsaglia's xorshift).</summary>
    private sealed class Numbers(int seed)
    {
        private ulong _state = unchecked(((ulong)seed * 0x9E3779B97F4A7C15) | 1);

        public int Below(int bound)
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return (int)((_state >> 11) % (ulong)bound);
        }
    }
}
