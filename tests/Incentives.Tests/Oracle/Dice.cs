namespace Incentives.Tests.Oracle;

/// <summary>Choices made from one seed, so that an example can be made again.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whole number from low to high, both included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    /// <summary>True in so many of a hundred throws.</summary>
    public bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>One of some things.</summary>
    public T One<T>(params IReadOnlyList<T> things) => things[_random.Next(things.Count)];

    /// <summary>A value, or null in so many of a hundred throws.</summary>
    public T? Maybe<T>(int percentNull, T value) where T : struct => Chance(percentNull) ? null : value;
}
