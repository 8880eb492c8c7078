using FsCheck;
using FsCheck.Fluent;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Interval = Incentives.Core.Plans.Interval;

namespace Incentives.Tests.Oracle;

/// <summary>Conditions as sets: what And and Not give, against trying every value.</summary>
public class SetAlgebraTests
{
    // Halves from -1 to 11: every end and every place between ends.
    private static readonly Cell[] Values = [.. Enumerable.Range(-2, 24).Select(i => Cell.Of(Rational.Of(i, 2)))];

    private static Gen<Interval> Stretches { get; } =
        from low in Gen.Choose(-1, 10)
        from length in Gen.Choose(-1, 5)
        from flags in Gen.Choose(0, 15)
        select new Interval((flags & 12) == 12 ? null : (Rational?)low, (flags & 1) == 0, (flags & 12) == 8 ? null : (Rational?)(low + length), (flags & 2) == 0);

    private static Gen<Test> Ranges { get; } = Stretches.ArrayOf().Select(all => (Test)new RangeTest(Apart(all)));

    private static Gen<Test> Texts { get; } =
        Gen.SubListOf(1, 2, 3, 4, 5).SelectMany(_ => Gen.Elements(true, false), (names, not) => (Test)new TextTest(names.ToHashSet(), not));

    [Fact]
    public void Ranges_meet_and_complement_as_sets() => Examples.Check(2000, 501, Ranges.Two().ToArbitrary(), pair => Laws(pair.Item1, pair.Item2, Values));

    [Fact]
    public void Names_meet_and_complement_as_sets() =>
        Examples.Check(1000, 502, Texts.Two().ToArbitrary(), pair => Laws(pair.Item1, pair.Item2, [.. Enumerable.Range(1, 6).Select(i => Cell.Of(i))]));

    [Fact]
    public void A_month_that_a_range_cuts_through_is_unknown() => Examples.Check(1000, 503, Ranges.Zip(Gen.Choose(0, 8).Zip(Gen.Choose(1, 3))).ToArbitrary(), c =>
    {
        (Test test, (int first, int length)) = c;
        Truth got = test.Check(Cell.OfDays(first, first + length));
        Truth ends = test.Check(Cell.Of(first)) == test.Check(Cell.Of(first + length)) ? test.Check(Cell.Of(first)) : Truth.Unknown;
        got.Should().Be(ends);
    });

    private static void Laws(Test a, Test b, Cell[] values)
    {
        Test? both = a.And(b), not = a.Not();
        foreach (Cell value in values)
        {
            bool inA = a.Check(value) == Truth.Yes, inB = b.Check(value) == Truth.Yes;
            Holds(both, value).Should().Be(inA && inB);
            Holds(not, value).Should().Be(!inA);
        }

        a.Check(Cell.Absent).Should().Be(Truth.Unknown);
        a.And(new PresenceTest(true)).Should().NotBeNull();
        a.And(new PresenceTest(false)).Should().BeNull();
        (a.And(a.Not() ?? a) is null || a.Not() is null).Should().BeTrue("nothing is in a set and outside it");
    }

    // Null is the empty set.
    private static bool Holds(Test? test, Cell value) => test?.Check(value) == Truth.Yes;

    private static List<Interval> Apart(Interval[] all)
    {
        List<Interval> apart = [];
        foreach (Interval one in all.Take(3))
        {
            if (!one.IsEmpty && apart.All(o => o.And(one).IsEmpty)) apart.Add(one);
        }

        return apart;
    }
}
