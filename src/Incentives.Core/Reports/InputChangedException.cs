namespace Incentives.Core.Reports;

/// <summary>A roster changed between its two readings.</summary>
internal sealed class InputChangedException(string file) : Exception($"{file} changed while it was read")
{
    /// <summary>The roster.</summary>
    public string File => file;
}
