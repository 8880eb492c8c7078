namespace Incentives.Tests;

/// <summary>Something outside the SDK that some tests need. Where it is missing they say so and are left out; with INCENTIVES_REQUIRE=all they run, and fail.</summary>
internal static class Need
{
    /// <summary>Folder of a PostgreSQL server's programs (initdb, postgres); null where there is none.</summary>
    public static string? PostgresPrograms { get; } = Folders("/usr/lib/postgresql").Select(f => Path.Combine(f, "bin")).LastOrDefault(f => File.Exists(Path.Combine(f, "initdb")));

    /// <summary>A Chromium; null where there is none.</summary>
    public static string? Chromium { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

    /// <summary>Why a test is left out; null when it runs.</summary>
    public static string? WhyNot(string? found, string what) =>
        found is null && Environment.GetEnvironmentVariable("INCENTIVES_REQUIRE") != "all" ? $"left out: {what} is not installed (see .ci/install)" : null;

    private static IEnumerable<string> Folders(string root) => Directory.Exists(root) ? Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal) : [];
}

/// <summary>A test that needs a PostgreSQL server's programs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Left out where there is none.</summary>
    public PostgresFactAttribute() => Skip = Need.WhyNot(Need.PostgresPrograms, "PostgreSQL");
}

/// <summary>A test over several data that needs a PostgreSQL server's programs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    /// <summary>Left out where there is none.</summary>
    public PostgresTheoryAttribute() => Skip = Need.WhyNot(Need.PostgresPrograms, "PostgreSQL");
}

/// <summary>A test that needs a Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Left out where there is none.</summary>
    public BrowserFactAttribute() => Skip = Need.WhyNot(Need.Chromium, "Chromium");
}
