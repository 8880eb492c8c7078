using Incentives.Core.Reports;

namespace Incentives.Tests.Audit;

/// <summary>What happened to the lines of a file, on letters.</summary>
public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("abcdef", "abcdef", "")]
    [InlineData("abcdef", "abXdef", "3 changed")]
    [InlineData("abcdef", "abdef", "3 removed")]
    [InlineData("abcdef", "abXcdef", "3 added")]
    [InlineData("abcdef", "adef", "2 removed, 3 removed")]
    [InlineData("abcdef", "abcdefXY", "7 added, 8 added")]
    [InlineData("abcdef", "", "1 removed, 2 removed, 3 removed, 4 removed, 5 removed, 6 removed")]
    [InlineData("abcdef", "aecdbf", "2 swapped 5")]
    [InlineData("abcdef", "bacdef", "1 swapped 2")]
    [InlineData("abcdef", "cbadef", "1 swapped 3")]
    [InlineData("abcdef", "badcfe", "1 swapped 2, 3 swapped 4, 5 swapped 6")]
    [InlineData("abcdef", "bcdeaf", "5 moved 1")]
    [InlineData("abcdef", "XbcdeY", "1 changed, 6 changed")]
    [InlineData("abcdefgh", "abXdgfeh", "3 changed, 5 swapped 7")]
    [InlineData("abcdefgh", "abdgfeh", "3 removed, 4 swapped 6")]
    [InlineData("aaaa", "aaa", "4 removed")]
    [InlineData("abab", "baba", "4 moved 1")]
    public void Letters(string before, string now, string expected) =>
        string.Join(", ", LineDifference.Between<char>([.. before], [.. now]).Select(d => d.Kind switch
        {
            LineChange.Swapped => $"{d.Line} swapped {d.Was}",
            LineChange.Moved => $"{d.Line} moved {d.Was}",
            _ => $"{d.Line} {d.Kind.ToString().ToLowerInvariant()}",
        })).Should().Be(expected);

    // A name and a value: the name says which line a changed one was. Of a1 and c1, which kept their values, each stands where the other stood.
    [Fact]
    public void A_line_with_a_name_is_changed_not_replaced() =>
        LineDifference.Between(["a1", "b1", "c1", "d1"], ["b2", "c1", "X9", "a1"], l => l[..1]).Select(d => $"{d.Line} {d.Kind}")
            .Should().BeEquivalentTo("1 Changed", "2 Swapped", "3 Changed");

    // Every sequence can be rebuilt from what is said of it: nothing changed is left unsaid.
    [Fact]
    public void Whatever_happens_something_is_said_exactly_when_lines_differ()
    {
        Random random = new(20240601);
        for (int round = 0; round < 3000; round++)
        {
            int[] before = [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(5))], now = [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(5))];
            IReadOnlyList<LineDifference> found = LineDifference.Between(before, now);
            (found.Count > 0).Should().Be(!before.SequenceEqual(now));
            (before.Length - found.Count(d => d.Kind == LineChange.Removed) + found.Count(d => d.Kind == LineChange.Added)).Should().Be(now.Length);
        }
    }

    [Fact]
    public void More_changes_than_can_be_untangled_are_still_all_said()
    {
        int[] before = [.. Enumerable.Range(0, 5000)], now = [.. Enumerable.Range(0, 5000).Select(i => i + 10_000)];
        LineDifference.Between(before, now).Should().HaveCount(5000).And.OnlyContain(d => d.Kind == LineChange.Changed);
    }
}
