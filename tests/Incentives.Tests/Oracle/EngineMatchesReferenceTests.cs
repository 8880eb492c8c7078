namespace Incentives.Tests.Oracle;

/// <summary>The engine and the reference agree line by line.</summary>
public class EngineMatchesReferenceTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData(20240229UL)]
    [InlineData(77UL)]
    public void Every_line_of_random_batches_agrees(ulong seed)
    {
        int lines = 0;
        Examples.Check(1500, seed, example => lines += Comparison.AssertEqual(example));
        output.WriteLine($"seed {seed}: {lines} lines");
    }
}
