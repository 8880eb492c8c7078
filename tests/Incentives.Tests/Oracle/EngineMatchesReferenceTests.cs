using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Incentives.Tests.Oracle;

/// <summary>
/// The engine and the reference agree line by line, in at least 20,000 random schemes with rosters and histories a run: some of known seeds, and some of a new one each
/// time. Seeds are printed; a failure prints the seed that repeats it with <c>INCENTIVES_SEED</c>, and the smallest example found.
/// </summary>
public class EngineMatchesReferenceTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Together = 50, Batches = 70, Runs = 6;

    public static TheoryData<ulong> Seeds => [20240229, 19491001, 20201231, 20280228, Fresh(0), Fresh(1)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_line_of_random_batches_agrees(ulong seed)
    {
        int lines = 0;
        string done = $"seed {seed} (INCENTIVES_SEED={seed} repeats it)";
        Arbitrary<Example[]> groups = Arb.From(Examples.Any.Generator.ArrayOf(Together), Smaller);
        try
        {
            Examples.Check(Batches, seed, groups, examples => lines += Compare(examples));
        }
        catch (Exception e)
        {
            throw new Xunit.Sdk.XunitException($"{done}\n{e.Message}");
        }

        output.WriteLine($"{done}: {Together * Batches} examples, {lines} lines");
    }

    [Fact]
    public void There_are_at_least_20_000_a_run() => (Together * Batches * Runs).Should().BeGreaterThanOrEqualTo(20_000).And.Be(Together * Batches * Seeds.Count);

    // A new seed each day the suite is run, or the one asked for.
    private static ulong Fresh(ulong number) =>
        number == 0 && ulong.TryParse(Environment.GetEnvironmentVariable("INCENTIVES_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong asked)
            ? asked
            : ((ulong)Environment.ProcessId * 1_000_003) + (ulong)Environment.TickCount + number;

    // A group fails as its first differing example, which then shrinks alone.
    private static IEnumerable<Example[]> Smaller(Example[] group) =>
        group.Length > 1 ? group.Select(e => new[] { e }) : Examples.Smaller(group[0]).Select(e => new[] { e });

    private static int Compare(Example[] examples)
    {
        var got = Engine.Evaluate(examples);
        for (int i = 0; i < examples.Length; i++) Comparison.AssertEqual(examples[i], Reference.Evaluate(examples[i]), got[i]);
        return got.Sum(g => g.Count);
    }
}
