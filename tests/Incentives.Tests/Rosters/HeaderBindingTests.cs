using Incentives.Core.Rosters;

namespace Incentives.Tests.Rosters;

public class HeaderBindingTests
{
    [Theory]
    [InlineData("核定金额", "approved", 100)]
    [InlineData("核定金额(万元)", "approved", 1_000_000)]
    [InlineData("核定金额（万元）", "approved", 1_000_000)]
    [InlineData("核 定 金 额（单位：元）", "approved", 100)]
    [InlineData("*核定金额[亿元]", "approved", 10_000_000_000)]
    [InlineData("Approved (千元)", "approved", 100_000)]
    [InlineData("recipient-id", "recipient_id", 100)]
    [InlineData("Recipient_ID", "recipient-id", 100)]
    [InlineData("县（市）区", "district", 100)]
    [InlineData("数量(件)", "quantity", 100)]
    [InlineData("企业名称：", "recipient", 100)]
    public void A_header_is_known_in_any_spelling(string header, string column, long fen)
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open($"备注,{header}\n1,2\n")!;
        HeaderBinding binding = HeaderBinding.Bind(file, StandardColumns.All, folder.Bag);
        binding[column].Index.Should().Be(1);
        binding[column].Unit.Fen.Should().Be(fen);
        binding.ExtraHeaders.Should().Equal("备注");
        binding.Columns.Count(c => c.IsPresent).Should().Be(1);
    }

    [Theory]
    [InlineData("核定金额(美元)")]
    [InlineData("名称(原)")]
    [InlineData("奖励")]
    public void A_header_that_says_something_else_is_not_taken(string header)
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open($"编号,{header}\n1,2\n")!;
        HeaderBinding binding = HeaderBinding.Bind(file, StandardColumns.All, folder.Bag);
        binding.ExtraHeaders.Should().Equal(header);
    }

    [Fact]
    public void A_line_break_in_a_header_does_not_matter()
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open("编号,\"统一社会\n信用代码\"\n1,2\n")!;
        HeaderBinding.Bind(file, StandardColumns.All, folder.Bag)["recipient-id"].Index.Should().Be(1);
        RosterFolder.Rows(file).Should().Equal("3: 1|2");
    }

    [Fact]
    public void A_column_nobody_asked_for_is_absent()
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open("编号,名称\n1,2\n")!;
        HeaderBinding binding = HeaderBinding.Bind(file, [StandardColumns.Find("id")!], folder.Bag);
        binding["recipient"].IsPresent.Should().BeFalse();
        binding.ExtraHeaders.Should().Equal("名称");
    }

    [Fact]
    public void Every_standard_header_names_one_column_only() =>
        StandardColumns.All.SelectMany(c => c.Headers.Append(c.Name)).Select(HeaderName.Normalize).Should().OnlyHaveUniqueItems();
}
