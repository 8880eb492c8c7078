using System.Collections.Concurrent;

namespace Incentives.Core.Diagnostics;

/// <summary>Collects diagnostics, from any thread; <see cref="Sorted"/> puts them in an order that does not depend on how they arrived.</summary>
public sealed class DiagnosticBag
{
    private readonly ConcurrentDictionary<Diagnostic, byte> _all = new();
    private int _errors;

    /// <summary>Adds a diagnostic; the same one is kept once.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (_all.TryAdd(diagnostic, 0) && diagnostic.Severity == Severity.Error) Interlocked.Increment(ref _errors);
    }

    /// <summary>Adds all of another bag's diagnostics.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (Diagnostic d in diagnostics) Add(d);
    }

    /// <summary>Whether any of them is an error.</summary>
    public bool HasErrors => Volatile.Read(ref _errors) > 0;

    /// <summary>All diagnostics by place, then code, then text.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        [.. _all.Keys.OrderBy(d => d.Place, Place.Order).ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.What.En, StringComparer.Ordinal)];
}
