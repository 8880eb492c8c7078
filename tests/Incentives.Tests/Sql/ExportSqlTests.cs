using Incentives.Tests.Commands;

namespace Incentives.Tests.Sql;

/// <summary><c>export sql</c> as people call it.</summary>
public sealed class ExportSqlTests
{
    private const string Green = "rules/chongqing/city/green-2016.yaml";

    private static string Rules(TempFolder folder) => folder.Write("rules.yaml", ProbeScheme.Text);

    [Theory]
    [InlineData("postgresql", Green, "green-2016.postgresql.sql")]
    [InlineData("duckdb", "rules/guangdong/guangzhou/standards-2017.yaml", "standards-2017.duckdb.sql")]
    [InlineData("spark", Green, "green-2016.spark.sql")]
    public void The_script_is_the_one_that_was_read_over(string dialect, string rules, string golden)
    {
        CommandResult result = CommandLine.English("export", "sql", "--rules", Repository.Path(rules), "--dialect", dialect, "--check");
        result.Exit.Should().Be(0, result.Error);
        result.Output.Should().Be(File.ReadAllText(Repository.Path("tests/Incentives.Tests/Sql/Golden", golden)));
    }

    [Fact]
    public void The_script_does_not_depend_on_the_language_of_the_screen() =>
        CommandLine.Chinese("export", "sql", "--rules", Repository.Path(Green)).Output.Should().Be(CommandLine.English("export", "sql", "--rules", Repository.Path(Green)).Output);

    [Fact]
    public void Tables_are_written_in_one_form_whatever_the_roster_looks_like()
    {
        using TempFolder folder = new();
        string roster = folder.Write("roster.csv", "编号,名称,统一社会信用代码,奖项,排名,认定日期,核定金额(万元)\nA1,【示例】 公司,,示例奖,第2名,2024年5月30日,1.5\nA2,,91110000600037341L,“示例奖”,1,2024-02,5000元\n合计,,,,,,\n");
        string past = folder.Write("past.csv", "名称,奖项,日期,已获奖励\n示例公司,示例奖,2020,300\n");
        CommandResult result = CommandLine.Chinese("export", "sql", roster, "--history", past, "--rules", Rules(folder), "--data", folder["data"], "--out", folder["q.sql"]);
        result.Exit.Should().Be(0, result.Error);
        result.Output.Should().Be($"写了 {folder["q.sql"]}。\n");
        result.Error.Should().EndWith($"{folder["data"]}：名册 3 行，历史 1 行。\n");
        File.ReadAllLines(folder["data/roster.csv"]).Select(l => string.Join(',', l.Split(',').Where((_, i) => i != 4))).Should().Equal(
            "row_no,file,line,problem,name,code,award,roster_id,recipient_id,recipient,award_text,rank,date,date_last,quantity,approved",
            "1,1,2,,(示例)公司,,示例奖,A1,,【示例】 公司,示例奖,2000000,20240530,20240530,1000000,1500000",
            "2,1,3,,,#91110000600037341L,示例奖,A2,91110000600037341L,,“示例奖”,1000000,20240201,20240229,1000000,500000",
            "3,1,4,total-row,,,,合计,,,,,,,,");
        folder.Names().Should().Equal("data", "past.csv", "q.sql", "roster.csv", "rules.yaml");
    }

    [Fact]
    public void A_cell_that_a_table_cannot_hold_is_refused_and_nothing_is_written()
    {
        using TempFolder folder = new();
        string roster = folder.Write("roster.csv", "名称,奖项,排名,认定日期,核定金额\n示例公司,示例奖,1,2024-05-30,0.001\n示例公司,示例奖,1.0000001,2024-05-30,1\n");
        CommandLine.Refuses(["export", "sql", roster, "--rules", Rules(folder), "--data", folder["data"]],
            "roster.csv:2: 错误 INC9202: “approved”不是整分，不能写进数据表\n  应为：最多两位小数的元\n  怎么办：更正这一格\nroster.csv:3: 错误 INC9202: “rank”的小数超过六位，不能写进数据表\n  应为：最多六位小数\n  怎么办：更正这一格",
            "roster.csv:2: error INC9202: 'approved' is not in whole fen and does not fit the table\n  expected: yuan with at most two decimals\n  next step: correct the cell\nroster.csv:3: error INC9202: 'rank' has more than six decimals and does not fit the table\n  expected: at most six decimals\n  next step: correct the cell");
        folder.Names().Should().Equal("roster.csv", "rules.yaml");
    }

    [Fact]
    public void A_database_nobody_knows_is_refused() => CommandLine.Refuses(["export", "sql", "--rules", Repository.Path(Green), "--dialect", "oracle"],
        "错误 INC9203: 不认识数据库“oracle”\n  应为：postgresql、duckdb、spark",
        "error INC9203: the dialect 'oracle' is not known\n  expected: postgresql, duckdb, spark");

    [Fact]
    public void Rosters_need_a_folder() => CommandLine.Refuses(["export", "sql", "roster.csv", "--rules", Repository.Path(Green)],
        "错误 INC9204: 给出了名册，但没有说数据表写到哪里\n  怎么办：加上 --data 文件夹",
        "error INC9204: rosters are given, but not where their tables are to be written\n  next step: add --data FOLDER");

    [Fact]
    public void A_folder_needs_rosters() => CommandLine.Refuses(["export", "sql", "--data", "nowhere", "--rules", Repository.Path(Green)],
        "错误 INC9205: --data 需要名册\n  怎么办：在命令中写上名册文件",
        "error INC9205: --data needs a roster\n  next step: name the roster files");

    [Fact]
    public void What_is_there_is_left_alone()
    {
        using TempFolder folder = new();
        string there = folder.Write("real.sql", "select 1;\n");
        CommandLine.Refuses(["export", "sql", "--rules", Repository.Path(Green), "--out", there],
            $"{there}: 错误 INC9206: 已经存在，不会覆盖它\n  怎么办：换一个名称，或先移走它",
            $"{there}: error INC9206: it exists and will not be overwritten\n  next step: choose another name, or move it away first");
        File.ReadAllText(there).Should().Be("select 1;\n");
    }

    [Fact]
    public void What_cannot_be_written_is_said()
    {
        using TempFolder folder = new();
        string target = folder["none/q.sql"];
        CommandResult result = CommandLine.English("export", "sql", "--rules", Repository.Path(Green), "--out", target);
        result.Exit.Should().Be(2);
        result.Error.Should().StartWith($"{target}: error INC9207: cannot be written: ").And.EndWith("\n  next step: check the folder, permissions and free space\n");
        CommandLine.Chinese("export", "sql", "--rules", Repository.Path(Green), "--out", target).Error.Should().StartWith($"{target}: 错误 INC9207: 不能写入：").And.EndWith("\n  怎么办：检查文件夹、权限和磁盘空间\n");
    }
}
