using System.Text;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Sql;

/// <summary>The whole script: what it is for, the tables it reads, the statement, and the control totals where they are wanted.</summary>
internal static class ScriptText
{
    /// <summary>The text.</summary>
    public static string Write(SqlText text, string period, bool check)
    {
        SqlScript script = text.Script;
        StringBuilder all = new();
        void Line(string line = "") => all.Append(line).Append('\n');
        Line($"-- Incentives {ProgramVersion.Text}: payouts as one query, dialect {script.Dialect.Name}.");
        Line("-- 由规则文件生成，与 incentives calculate 的结果逐行逐分一致；说明见 docs/sql.md。");
        Line("-- Written from rule files; gives what `incentives calculate` gives, line by line and to the fen. See docs/sql.md.");
        foreach (Scheme scheme in script.Plan.Schemes)
        {
            all.Append(SqlScript.Comment($"办法 scheme {scheme.Id}: {scheme.Title} {scheme.Document} {scheme.Effective}".TrimEnd()));
            foreach (ReadingInForce reading in scheme.Readings) all.Append(SqlScript.Comment($"  口径 reading {reading.Id}={reading.Option}"));
            foreach (SettingInForce setting in scheme.Settings) all.Append(SqlScript.Comment($"  设定 setting {setting.Name}={setting.Value}"));
        }

        if (period.Length > 0) all.Append(SqlScript.Comment($"期间 period {period}"));
        Line("--");
        Line("-- 输入表 input tables (export sql --data writes files for them). An empty cell is NULL. Money is whole fen, a number whole millionths,");
        Line("-- a date yyyymmdd (its _last column: the last day of a month or a year), a flag 1 or 0. Names are in the form in which they are compared.");
        SqlTables tables = new(script);
        foreach (string table in SqlTables.Names) all.Append(SqlScript.Comment(tables.Create(table)));
        Line();
        if (script.Dialect.Preamble.Length > 0) Line(script.Dialect.Preamble);
        Line("drop table if exists payouts;");
        if (text.Statements.Before.Length > 0)
        {
            Line("-- 有几处读取的部分各是一张表，最后删去；请在专用的库中运行，表名已被占用时脚本停下。");
            Line("-- Parts read in several places are tables, taken away at the end. Run this in a database of its own: it stops where such a name is taken.");
        }

        all.Append(text.Statements.Before);
        Line($"create table payouts{script.Dialect.TableOptions("payouts")} as");
        Line(text.Statements.Query + ";");
        all.Append(text.Statements.After);
        if (!check) return all.ToString();
        Line();
        Line("-- 控制总数，与运行文件夹的 summary.csv 对照。 Control totals, to be compared with a run folder's summary.csv.");
        Line("drop table if exists payout_totals;");
        Line($"create table payout_totals{script.Dialect.TableOptions("payout_totals")} as");
        Line(CheckSql.Write(text) + ";");
        return all.ToString();
    }
}
