using System.Globalization;
using System.Text;
using CsvHelper;
using Incentives.Core.Rosters;
using Incentives.Core.Sampling;
using Incentives.Tests.Commands;

namespace Incentives.Tests.Sampling;

/// <summary>What any sample is like: the same for the same seed, with valid codes, and only tidy where that was asked for.</summary>
public sealed class SampleTests
{
    private const string Zhuzhou = "rules/hunan/zhuzhou";

    // The first numbers of SplitMix64 from seed 1234567, as its authors published them.
    [Fact]
    public void The_generator_gives_the_published_numbers()
    {
        SplitMix random = new(1234567);
        ulong[] five = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];
        five.Should().Equal(6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_in_any_culture()
    {
        using TempFolder folder = new();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            SampleRun.Write(folder, Zhuzhou, 5000, seed: 7, name: "a.csv", history: "ha.csv");
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            SampleRun.Write(folder, Zhuzhou, 5000, seed: 7, name: "b.csv", history: "hb.csv");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        SampleRun.Write(folder, Zhuzhou, 5000, seed: 8, name: "c.csv");
        File.ReadAllBytes(folder["b.csv"]).Should().Equal(File.ReadAllBytes(folder["a.csv"]));
        File.ReadAllBytes(folder["hb.csv"]).Should().Equal(File.ReadAllBytes(folder["ha.csv"]));
        File.ReadAllBytes(folder["c.csv"]).Should().NotEqual(File.ReadAllBytes(folder["a.csv"]));
    }

    [Fact]
    public void Names_and_codes_of_one_number_never_change()
    {
        byte[] name = new byte[Recipients.Longest], code = new byte[18];
        int length = Recipients.Organisation(0, Spelling.Plain, name);
        Encoding.UTF8.GetString(name, 0, length).Should().Be("城东示例星河1科技有限公司");
        Recipients.Code(0, code);
        // GB 11714: M=22 and A=10 weighted 3 and 7 are 136 = 12 * 11 + 4, so 11 - 4 = 7.
        Encoding.ASCII.GetString(code, 0, 17).Should().Be("91990000MA0000007");
        length = Recipients.Person(0, name);
        Encoding.UTF8.GetString(name, 0, length).Should().Be("王示例1");
    }

    [Fact]
    public void Codes_are_valid_and_different()
    {
        byte[] code = new byte[18];
        HashSet<string> seen = [];
        for (int i = 0; i < 20_000; i++)
        {
            Recipients.Code(i * 7, code);
            IdentityCode.IsValid(code).Should().BeTrue();
            IdentityCode.IsCitizenId(code).Should().BeFalse();
            seen.Add(Encoding.ASCII.GetString(code)).Should().BeTrue();
            Recipients.Spoil(code);
            IdentityCode.IsValid(code).Should().BeFalse();
        }
    }

    [Fact]
    public void Other_spellings_are_one_name_but_the_longer_form_is_not()
    {
        string Normal(int number, Spelling spelling)
        {
            byte[] name = new byte[Recipients.Longest];
            return NameNormalizer.Normalize(Encoding.UTF8.GetString(name, 0, Recipients.Organisation(number, spelling, name)));
        }

        for (int i = 0; i < 500; i++)
        {
            Normal(i, Spelling.Spaced).Should().Be(Normal(i, Spelling.Plain));
            Normal(i, Spelling.Wide).Should().Be(Normal(i, Spelling.Plain));
        }

        Normal(0, Spelling.Longer).Should().Be("城东示例星河1科技有限责任公司");
    }

    [Fact]
    public void A_tidy_sample_has_no_rejected_row()
    {
        using TempFolder folder = new();
        SampleRun.Write(folder, Zhuzhou, 20_000, tidy: true);
        SampleRun.Calculate(folder, Zhuzhou).Payouts.Should().NotContain(p => p.Status == "rejected");
    }

    [Fact]
    public void An_untidy_sample_has_few_rejected_rows_of_each_sort()
    {
        using TempFolder folder = new();
        SampleRun.Write(folder, Zhuzhou, 20_000);
        var rejected = SampleRun.Calculate(folder, Zhuzhou).Payouts.Where(p => p.Status == "rejected").ToArray();
        rejected.Length.Should().BeInRange(20, 200);
        rejected.Select(p => p.Reason).Distinct().Should().BeEquivalentTo(["bad-date", "bad-amount", "bad-quantity", "bad-id", "bad-kind", "missing-recipient", "missing-award"]);
    }

    // Below, equal and above the ceiling, nothing granted, and none at all.
    [Fact]
    public void Ceilings_are_met_with_every_sort_of_approval()
    {
        using TempFolder folder = new();
        SampleRun.Write(folder, Zhuzhou, 5000, tidy: true);
        SampleRun.Calculate(folder, Zhuzhou).Payouts.Where(p => p.Clause == "honours-50").Select(p => p.Reason).Distinct()
            .Should().Contain(["approved", "above-ceiling", "ceiling-open", "not-first", "rated-zero"]);
    }

    [Theory]
    [InlineData("rules/shandong/qingdao")]
    [InlineData(Zhuzhou)]
    public void A_history_has_payments_awards_without_and_money_back(string rules)
    {
        using TempFolder folder = new();
        SampleRun.Write(folder, rules, 2000, tidy: true, history: "history.csv");
        using CsvReader reader = CsvReader.Create(File.OpenRead(folder["history.csv"]));
        List<string> paid = [];
        while (reader.Read()) paid.Add(reader.GetString(reader.FieldCount - 3));
        paid.Should().HaveCount(200).And.Contain("0").And.Contain(p => p.StartsWith('-'));
    }

    [Fact]
    public void A_file_that_is_there_is_left_alone()
    {
        using TempFolder folder = new();
        string there = folder.Write("real.csv", "名称\n");
        CommandLine.Refuses(["sample", "--rules", Repository.Path(Zhuzhou), "--rows", "10", "--out", there],
            $"{there}: 错误 INC8101: 文件已经存在，不会覆盖它\n  怎么办：换一个文件名，或先移走它",
            $"{there}: error INC8101: the file exists; it will not be overwritten\n  next step: choose another name, or move it away first");
        File.ReadAllText(there).Should().Be("名称\n");
    }

    [Fact]
    public void A_number_of_rows_must_be_one() => CommandLine.Refuses(["sample", "--rules", Repository.Path(Zhuzhou), "--rows", "-1", "--out", "none.csv"],
        "错误 INC8103: 行数 -1 不能用\n  应为：0 到 1000000000",
        "error INC8103: -1 is no number of rows\n  expected: 0 to 1000000000");

    [Fact]
    public void No_rows_is_a_header_alone()
    {
        using TempFolder folder = new();
        SampleRun.Write(folder, Zhuzhou, 0);
        File.ReadAllLines(folder["roster.csv"]).Should().Equal("编号,统一社会信用代码,名称,对象类型,奖项,级别,排名,认定日期,数量,核定金额");
    }
}
