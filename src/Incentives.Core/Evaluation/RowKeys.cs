using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>A cell as a group key.</summary>
internal static class RowKeys
{
    /// <summary>A number that equal cells share; 0 for an empty cell.</summary>
    public static int Of(Row row, Column column)
    {
        ref readonly Cell cell = ref row[column.Slot];
        if (!cell.IsPresent) return 0;
        return column.Kind == ValueKind.Text ? cell.Symbol : row.Symbols.Intern(string.Create(CultureInfo.InvariantCulture, $"={cell.Value}"));
    }
}
