using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Documents;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives export docs</c>.</summary>
internal static class ExportDocsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Option<string[]> rules = new("--rules") { Description = shared.Say("规则文件或文件夹，可多次给出", "rule file or folder; may be repeated"), Required = true };
        Option<string> output = new("--out") { Description = shared.Say("写到这个文件夹，每个办法一个文件；不写就输出到屏幕", "a folder to write to, one file a scheme; otherwise standard output") };
        Option<string> format = new("--format") { Description = shared.Say("md（默认）或 html", "md (unless given) or html"), DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong("md", "html");
        Command docs = new("docs", shared.Say("把办法写成可以对照原文逐条校读的页面", "schemes as pages to be proofread against the policy")) { rules, output, format };
        docs.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            IReadOnlyList<Document>? documents = IncentiveProgram.Documents(new DocumentRequest(r.GetValue(rules) ?? [], s.Language, r.GetValue(format) == "html"), bag);
            bool isDone = documents is not null;
            if (documents is not null && r.GetValue(output) is { } folder)
            {
                isDone = SchemeDocuments.Save(documents, folder, bag);
                if (isDone && !s.IsQuiet) s.Output.WriteLine(s.Say($"写了 {documents.Count} 个页面，在 {folder}", $"{documents.Count} pages written to {folder}"));
            }
            else
            {
                s.Output.Write(string.Join("\n", (documents ?? []).Select(d => d.Text)));
            }

            s.Print(bag.Sorted());
            return isDone ? ExitCode.Done : ExitCode.Unusable;
        });
        return docs;
    }
}
