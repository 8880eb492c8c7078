using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Forecasting;

/// <summary>The published targets of the seed documents, worked by hand from their texts. 万元.</summary>
public sealed class PublishedTargetsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // 新增: 省长质量奖 1x30, 工业质量标杆 5x30, 地理标志 (1+2)x30, 湖南名品 30x5, 两品一标 50x5, 鲁班奖 50, 国家优质工程奖 50, 4A 2x30 = 830, 湖南老字号 2x30 = 60 or 2x5 = 10.
    [Fact]
    public void Zhuzhou_890_or_840()
    {
        ForecastRun run = ForecastRun.Of(_folder, "--rules", Repository.Path(Calculation.Zhuzhou));
        run.Sums.Where(s => s is { Kind: "new", By: "total" }).Select(s => $"{s.Reading} {s.Option} {s.Count} {s.Least} {s.Most}").Should().Equal("  95 890 890", "hunan-laozihao tier-5 95 840 840");
        run.By("clause").Should().Equal(
            "new zhuzhou-brand-2023/honours-30 13 390..390", "new zhuzhou-brand-2023/honours-5 80 400..400", "new zhuzhou-brand-2023/honours-50 2 100..100",
            "stock zhuzhou-brand-2023/platforms 27 2700..2700", "stock zhuzhou-brand-2023/standards 58 1740..1740");
        run.By("year").Should().Equal("new 2025 95 890..890", "stock 2025 85 4440..4440");
        run.Targets.Where(t => t.Status != "priced").Select(t => $"{t.Award} {t.Count} {t.Status}").Should().Equal("株洲市市长质量奖 8 no-clause", "农产品企业品牌 10 no-clause", "芙蓉奖 20 no-clause", "国家3A级景区 6 no-clause", "株洲老字号 5 no-clause");
        // 58 standards of no said rank: at most 30 each, by the rank.
        run.Targets.Single(t => t.Award == "标准制修订").Should().Match<(string Award, string Kind, string Year, string Count, string Status, string Clause, string Unit, string Least, string Most, string DependsOn)>(t => t.Unit == "30" && t.DependsOn == "rank");
    }

    [Fact]
    public void Zhuzhou_under_the_tier_of_5() => ForecastRun.Of(_folder, "--rules", Repository.Path(Calculation.Zhuzhou), "--reading", "hunan-laozihao=tier-5").By("total").Should().Equal("new  95 840..840", "stock  85 4440..4440");

    // 泰山品质 8x10 + 优质产品基地 10x20 = 280 if all are new; 150 a year from 2020 to 2022 apart.
    [Fact]
    public void Jinan_280_and_450_earmarked()
    {
        ForecastRun run = ForecastRun.Of(_folder, "--rules", Repository.Path(Calculation.Jinan));
        run.By("total").Should().Equal("stock  18 280..280");
        run.By("earmark").Should().Equal("earmark jinan-brand-2020/brand-incubation 3 450..450");
        run.Targets.Where(t => t.Status != "priced").Select(t => $"{t.Award} {t.Count} {t.Status}").Should().Equal("山东省高端产品品牌 300 no-clause", "山东省服务业高端品牌 200 no-clause");
    }

    [Fact]
    public void Jinan_in_one_year() => ForecastRun.Of(_folder, "--rules", Repository.Path(Calculation.Jinan), "--period", "2022").By("earmark").Should().Equal("earmark jinan-brand-2020/brand-incubation 1 150..150");

    // 省长质量奖 67x30 + 提名奖 7x30 + 中国质量奖 1x50 = 2,270; 市长 179 and 县长 149 have no amount in Zhuzhou: 328.
    [Fact]
    public void Hunan_by_the_ceilings_of_Zhuzhou()
    {
        ForecastRun run = ForecastRun.Of(_folder, "--rules", Repository.Path(Calculation.Zhuzhou), "--targets", Repository.Path("rules/hunan/province/quality.targets.yaml"));
        run.By("total").Should().Equal("held  75 2270..2270");
        run.Short().Should().Equal("中国质量奖 honours-50 50 50..50", "中国质量奖提名奖 honours-30 30 210..210", "湖南省省长质量奖 honours-30 30 2010..2010", "市(州)长质量奖 no-clause", "县(市区)长质量奖 no-clause");
        run.Targets.Where(t => t.Status == "no-clause").Sum(t => int.Parse(t.Count, null)).Should().Be(328);
    }

    [Theory]
    [InlineData("zh", "已有的，如果都按这些办法给付，最多 22,700,000 元（75 项）", "没有金额、不计入的荣誉（328 项）", "没有写明对象的，假定是组织。")]
    [InlineData("en", "Held already, if all were paid by these schemes: at most 22,700,000 yuan (75 honours)", "Honours without an amount, not in any sum (328)", "组织 is assumed")]
    public void The_screen_says_it(string language, params string[] said)
    {
        CommandResult result = CommandLine.Run("forecast", "--rules", Repository.Path(Calculation.Zhuzhou), "--targets", Repository.Path("rules/hunan/province/quality.targets.yaml"), "--lang", language);
        foreach (string words in said) result.Output.Should().Contain(words);
        result.Exit.Should().Be(0);
        result.Error.Should().BeEmpty();
    }

    [Fact]
    public void Json_says_the_same()
    {
        CommandResult result = CommandLine.English("forecast", "--rules", Repository.Path(Calculation.Zhuzhou), "--json");
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(result.Output);
        System.Text.Json.JsonElement total = json.RootElement.GetProperty("sums")[0];
        (total.GetProperty("kind").GetString(), total.GetProperty("by").GetString(), total.GetProperty("most_yuan").GetString()).Should().Be(("new", "total", "8900000.00"));
        json.RootElement.GetProperty("other_readings")[0].GetProperty("sums")[0].GetProperty("most_yuan").GetString().Should().Be("8400000.00");
    }

    // Every file of targets that is shipped can be read, priced and checked.
    [Fact]
    public void All_shipped_targets_are_priced_by_their_scheme()
    {
        CommandResult result = CommandLine.English("forecast", "--rules", Repository.Path("rules/hunan"), "--rules", Repository.Path("rules/shandong"));
        result.Exit.Should().Be(0);
        foreach (string id in new[] { "hunan-quality-2023", "zhuzhou-brand-2023", "jinan-brand-2020", "liaocheng-brand-2024", "qingdao-quality-2022" }) result.Output.Should().Contain($"Targets {id} ");
    }

    [Fact]
    public void The_folder_is_the_same_each_time()
    {
        Dictionary<string, byte[]> first = Run(), second = Run();
        first.Keys.Should().BeEquivalentTo("forecast.csv", "forecast-summary.csv", "forecast.json");
        foreach ((string name, byte[] bytes) in first) second[name].Should().Equal(bytes, name);
        System.Text.Encoding.UTF8.GetString(first["forecast.json"]).Should().NotContain(Repository.Path("rules")).And.NotContain(_folder.Path);

        Dictionary<string, byte[]> Run()
        {
            CommandLine.English("forecast", "--rules", Repository.Path(Calculation.Zhuzhou), "--out", _folder["out"]).Exit.Should().Be(0);
            return Directory.EnumerateFiles(_folder["out"]).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        }
    }
}
