using Incentives.Core.Numbers;

namespace Incentives.Core.Traces;

/// <summary>Collects the steps of the row under work.</summary>
internal sealed class StepRecorder
{
    private readonly List<Step> _steps = [];

    /// <summary>The steps so far, in the order they happened.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Adds a step.</summary>
    public void Add(int stage, string operation, string cite, Rational before, Rational after, string? reason = null, IReadOnlyList<StepInput>? inputs = null, StepRows? rows = null) =>
        _steps.Add(new Step(stage, operation, cite, before, after, reason, inputs ?? [], rows ?? StepRows.None));

    /// <summary>Forgets all.</summary>
    public void Clear() => _steps.Clear();
}
