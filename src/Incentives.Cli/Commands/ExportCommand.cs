using System.CommandLine;
using Incentives.Core;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives export</c>.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Command schema = new("schema", shared.Say("规则文件的 JSON Schema，供编辑器补全", "the JSON Schema of rule files, for completion in editors"));
        schema.SetAction(r =>
        {
            screen(r).Output.Write(IncentiveProgram.JsonSchema());
            return ExitCode.Done;
        });
        return new Command("export", shared.Say("导出", "export")) { schema, ExportDocsCommand.Create(shared, screen), ExportSqlCommand.Create(shared, screen, cancel) };
    }
}
