using FsCheck;
using FsCheck.Fluent;

namespace Incentives.Tests.Oracle;

/// <summary>The engine and the reference agree line by line.</summary>
public class EngineMatchesReferenceTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData(20240229UL)]
    [InlineData(19491001UL)]
    public void Every_line_of_random_batches_agrees(ulong seed)
    {
        const int Together = 25, Batches = 100;
        int lines = 0;
        Arbitrary<Example[]> groups = Arb.From(Examples.Any.Generator.ArrayOf(Together), Smaller);
        Examples.Check(Batches, seed, groups, examples => lines += Compare(examples));
        output.WriteLine($"seed {seed}: {Together * Batches} examples, {lines} lines");
    }

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
