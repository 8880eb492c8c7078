using System.Reflection;

namespace Incentives.Core;

/// <summary>The program's version, as runs record it.</summary>
internal static class ProgramVersion
{
    /// <summary>Major, minor, patch.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
