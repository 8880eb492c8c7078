using System.Text;
using Incentives.Core.Diagnostics;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Rosters;

public class RosterFuzzTests
{
    [Fact]
    public void No_bytes_make_opening_or_binding_throw()
    {
        byte[] csv = Encoding.UTF8.GetBytes("编号,名称,核定金额(万元)\n1,\"甲\n公司\",50\n2,乙,60万元\n");
        byte[] book = WorkbookBuilder.Xlsx(WorkbookBuilder.Row(1, WorkbookBuilder.Text("编号"), WorkbookBuilder.Text("名称")) + WorkbookBuilder.Row(2, WorkbookBuilder.Number("1"), WorkbookBuilder.Text("甲")));
        byte[][] seeds = [csv, book, RosterFolder.Gb18030.GetBytes(Encoding.UTF8.GetString(csv)), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("编号,名称\n1,甲\n")], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], []];
        using RosterFolder folder = new();
        Random random = new(42);
        for (int i = 0; i < 1500; i++)
        {
            byte[] bytes = Mutate(seeds[i % seeds.Length], random);
            DiagnosticBag bag = new();
            using RosterFile? file = RosterFile.Open(folder.Write(bytes, "fuzz.csv"), "fuzz.csv", bag);
            (file is null).Should().Be(bag.HasErrors);
            if (file is null) continue;
            HeaderBinding.Bind(file, StandardColumns.All, bag);
            RosterFolder.Rows(file);
        }
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
        int edits = random.Next(1, 8);
        for (int i = 0; i < edits; i++)
        {
            int at = random.Next(bytes.Count + 1);
            byte b = random.Next(3) == 0 ? "\",\n\r;|\t"u8[random.Next(7)] : (byte)random.Next(256);
            switch (random.Next(4))
            {
                case 0: bytes.Insert(at, b); break;
                case 1 when at < bytes.Count: bytes.RemoveAt(at); break;
                case 2 when at < bytes.Count: bytes[at] = b; break;
                default: if (random.Next(4) == 0 && at < bytes.Count) bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
            }
        }

        return [.. bytes];
    }
}
