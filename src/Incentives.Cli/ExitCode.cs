namespace Incentives.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and a person must look.</summary>
    public const int Look = 1;

    /// <summary>The request or an input cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 3;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
