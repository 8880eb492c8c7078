using System.Globalization;
using System.Text;
using Incentives.Core.Numbers;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Rosters;

public class CellTests
{
    // Turkish has its own lower case for I and a comma in decimals: no parser may care.
    public CellTests() => CultureInfo.CurrentCulture = new CultureInfo("tr-TR");

    [Theory]
    [InlineData("500000", "50000000")]
    [InlineData("500,000.00", "50000000")]
    [InlineData("  500000\t", "50000000")]
    [InlineData("50万元", "50000000")]
    [InlineData("2 万元", "2000000")]
    [InlineData("1.5亿元", "15000000000")]
    [InlineData("5000元", "500000")]
    [InlineData("￥500", "50000")]
    [InlineData("¥ 500.5", "50050")]
    [InlineData("人民币5000元整", "500000")]
    [InlineData("５０万元", "50000000")]
    [InlineData("２．５", "250")]
    [InlineData("５００，０００．０１", "50000001")]
    [InlineData("\u30002万元\u00A0", "2000000")]
    [InlineData("-500", "-50000")]
    [InlineData("－５００元", "-50000")]
    [InlineData("50万", "50000000")]
    [InlineData("3千元", "300000")]
    [InlineData("0", "0")]
    [InlineData("0.005", "1/2")]
    [InlineData("10000000000000.00", "1000000000000000")]
    public void Money_is_read_exactly(string cell, string fen) => Money(cell, 100).Should().Be(fen);

    [Theory]
    [InlineData("50", "50000000")]
    [InlineData("0.3333333", "1000000000000/3000003", false)]
    [InlineData("50元", "5000")]
    [InlineData("1亿元", "10000000000")]
    public void The_unit_of_the_cell_beats_the_header(string cell, string fen, bool exact = true)
    {
        if (exact) Money(cell, 1_000_000).Should().Be(fen);
        else Money(cell, 1_000_000).Should().Be("3333333/10");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("l.5万元")]
    [InlineData("0。5万元")]
    [InlineData("1,5")]
    [InlineData("50,0000")]
    [InlineData("1,000,00")]
    [InlineData("5E+05")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("1.2.3")]
    [InlineData("--5")]
    [InlineData("50万美元")]
    [InlineData("50 万 元")]
    [InlineData("伍拾万元整")]
    [InlineData("50万元(含税)")]
    [InlineData("10-20万元")]
    [InlineData("NaN")]
    [InlineData("10000000000000.01")]
    [InlineData("-10000000000000.01")]
    [InlineData("9999999999999999999999999999")]
    [InlineData("0.1234567890123456789")]
    [InlineData("#REF!")]
    public void What_is_no_amount_is_refused(string cell) => Money(cell, 100).Should().BeNull();

    [Theory]
    [InlineData("2024-03-01", 20240301, 20240301)]
    [InlineData("2024/3/1", 20240301, 20240301)]
    [InlineData("2024.3.1", 20240301, 20240301)]
    [InlineData("2024年3月1日", 20240301, 20240301)]
    [InlineData("2024 年 3 月 1 日", 20240301, 20240301)]
    [InlineData("２０２４年３月１日", 20240301, 20240301)]
    [InlineData("20240301", 20240301, 20240301)]
    [InlineData("2024-03", 20240301, 20240331)]
    [InlineData("2024年2月", 20240201, 20240229)]
    [InlineData("2023/2", 20230201, 20230228)]
    [InlineData("2024.10", 20241001, 20241031)]
    [InlineData("2024.3", 20240301, 20240331)]
    [InlineData("2024", 20240101, 20241231)]
    [InlineData("2024年", 20240101, 20241231)]
    [InlineData("2024年度", 20240101, 20241231)]
    [InlineData("2024-03-01 00:00:00", 20240301, 20240301)]
    [InlineData("2024/3/1 0:00", 20240301, 20240301)]
    [InlineData("2024-03-01T08:30:00.000Z", 20240301, 20240301)]
    [InlineData("2000-02-29", 20000229, 20000229)]
    public void Dates_are_read(string cell, int first, int last)
    {
        Cells.TryDate(Utf8(cell), out CellDate date).Should().BeTrue();
        date.Should().Be(new CellDate(first, last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00")]
    [InlineData("2024-04-31")]
    [InlineData("20240230")]
    [InlineData("202403")]
    [InlineData("2024.1")]
    [InlineData("45352")]
    [InlineData("2024-3/1")]
    [InlineData("24-03-01")]
    [InlineData("03/01/2024")]
    [InlineData("2024年3月1")]
    [InlineData("2024-03-01 25:00")]
    [InlineData("2024-03-01 00:00:00 +08")]
    [InlineData("2024-03-01至2024-04-01")]
    [InlineData("0024-03-01")]
    [InlineData("二〇二四年三月")]
    public void What_is_no_date_is_refused(string cell) => Cells.TryDate(Utf8(cell), out _).Should().BeFalse();

    [Theory]
    [InlineData("2024", 2024)]
    [InlineData("2024年", 2024)]
    [InlineData("2024年度", 2024)]
    [InlineData("2024-01", 0)]
    [InlineData("1", 0)]
    public void Years_are_read(string cell, int expected)
    {
        Cells.TryYear(Utf8(cell), out int year).Should().Be(expected > 0);
        year.Should().Be(expected);
    }

    [Theory]
    [InlineData("12", "12", "")]
    [InlineData("1,234.50", "2469/2", "")]
    [InlineData("30%", "3/10", "")]
    [InlineData("３０％", "3/10", "")]
    [InlineData("1:0.5", "1/2", "")]
    [InlineData("1：2", "2", "")]
    [InlineData("1∶1", "1", "")]
    [InlineData("1︰1", "1", "")]
    [InlineData("6件", "6", "件")]
    [InlineData("8 家", "8", "家")]
    [InlineData("1.2万亩", "12000", "亩")]
    [InlineData("２项", "2", "项")]
    [InlineData("-3", "-3", "")]
    public void Numbers_are_read_exactly(string cell, string expected, string counter)
    {
        Cells.TryNumber(Utf8(cell), out Rational value, out ReadOnlySpan<byte> unit).Should().BeTrue();
        value.ToString().Should().Be(expected);
        Encoding.UTF8.GetString(unit).Should().Be(counter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3:3:4")]
    [InlineData("0:1")]
    [InlineData("5万元")]
    [InlineData("5abc")]
    [InlineData("六件")]
    [InlineData("5%%")]
    [InlineData("1/3")]
    [InlineData("999999999999999999亿")]
    [InlineData("1234567890123456789")]
    public void What_is_no_number_is_refused(string cell) => Cells.TryNumber(Utf8(cell), out _, out _).Should().BeFalse();

    [Theory]
    [InlineData("是", true)]
    [InlineData(" 有 ", true)]
    [InlineData("YES", true)]
    [InlineData("√", true)]
    [InlineData("１", true)]
    [InlineData("TRUE", true)]
    [InlineData("否", false)]
    [InlineData("无", false)]
    [InlineData("×", false)]
    [InlineData("No", false)]
    [InlineData("0", false)]
    [InlineData("", null)]
    [InlineData("待定", null)]
    [InlineData("2", null)]
    public void Flags_are_read(string cell, bool? expected)
    {
        bool read = Cells.TryFlag(Utf8(cell), out bool flag);
        (read ? flag : (bool?)null).Should().Be(expected);
    }

    [Theory]
    [InlineData("组织", true)]
    [InlineData("企 业", true)]
    [InlineData("Organization", true)]
    [InlineData("INDIVIDUAL", false)]
    [InlineData("自然人", false)]
    [InlineData("其他", null)]
    public void Recipient_kinds_are_read(string cell, bool? organisation)
    {
        bool read = Cells.TryRecipientKind(Utf8(cell), out bool value);
        (read ? value : (bool?)null).Should().Be(organisation);
    }

    [Theory]
    [InlineData("合计", true)]
    [InlineData(" 合　计 ", true)]
    [InlineData("总计（3家）", true)]
    [InlineData("小计:", true)]
    [InlineData("共计", true)]
    [InlineData("合计划有限公司", false)]
    [InlineData("合计(一)有限公司(二)", false)]
    [InlineData("小计科技(株洲)", false)]
    [InlineData("", false)]
    [InlineData("1", false)]
    public void Rows_of_sums_are_recognised(string cell, bool expected) => Cells.IsTotalRow(Utf8(cell)).Should().Be(expected);

    [Fact]
    public void Parsers_survive_any_bytes_and_read_only_what_they_print()
    {
        Random random = new(20240301);
        byte[][] pieces = [.. new[] { "1", "0", "9", ",", ".", "-", ":", ":", "%", "年", "月", "日", "万", "元", "亿", "￥", "５", " ", "123456789012345678", "999999999999999999", ".000000000000000001", "　", "T", "件", "(", "合计" }.Select(Utf8), [0xE4], [0xFF], [0], [0xC2]];
        for (int i = 0; i < 100_000; i++)
        {
            byte[] cell = [.. Enumerable.Range(0, random.Next(12)).SelectMany(_ => pieces[random.Next(pieces.Length)])];
            Cells.TryMoney(cell, 10_000_000_000, out _);
            Cells.TryDate(cell, out _);
            Cells.TryNumber(cell, out _, out _);
            Cells.TryFlag(cell, out _);
            Cells.TryYear(cell, out _);
            Cells.TryRecipientKind(cell, out _);
            Cells.IsTotalRow(cell);
            byte[] once = NameNormalizer.Normalize(cell, new byte[cell.Length]).ToArray();
            NameNormalizer.Normalize(once, new byte[once.Length]).ToArray().Should().Equal(once);
        }

        Cells.TryMoney(new byte[100_000], 100, out _).Should().BeFalse();
        Cells.TryMoney(Utf8(new string('9', 100_000)), 100, out _).Should().BeFalse();
        Cells.TryFlag(new byte[100_000], out _).Should().BeFalse();
    }

    [Fact]
    public void Plain_cells_are_read_without_allocating()
    {
        byte[] money = Utf8("500,000.00"), unit = Utf8("50万元"), date = Utf8("2024年3月1日"), number = Utf8("6件"), name = Utf8("株洲某某公司");
        byte[] buffer = new byte[64];
        void Read()
        {
            Cells.TryMoney(money, 100, out _);
            Cells.TryMoney(unit, 100, out _);
            Cells.TryDate(date, out _);
            Cells.TryNumber(number, out _, out _);
            NameNormalizer.Normalize(name, buffer);
        }

        // The runtime itself allocates a little while it compiles; a round without that must come.
        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) Read();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.Should().Be(0);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string? Money(string cell, long unitFen) => Cells.TryMoney(Utf8(cell), unitFen, out Rational fen) ? fen.ToString() : null;
}
