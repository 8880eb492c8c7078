using System.Text;
using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

public class YamlReaderTests
{
    private const string Scheme = """
        # yaml-language-server: $schema=scheme.json
        scheme: s-2024
        document: 沪农委[2011]306号
        effective: 2020-01-01..
        lists: {l: [甲, "乙，丙", $国家]}
        settings: {预算: 5000万元}   # for the example only

        clauses:
          - id: a
            when: {award: $l, rank: 1..3, 收入: ..<300万元, 国家: no, 编号: 0012}
            pay:
              up-to: {by: 收入, 5个<..<10个: 1:0.5, 'B|C': 2024-03-08}
        """;

    [Fact]
    public void Reads_every_scalar_as_the_text_that_was_written()
    {
        MapNode root = Yaml.Map(Scheme);
        root.Entries.Select(e => e.Key).Should().Equal("scheme", "document", "effective", "lists", "settings", "clauses");
        ((ScalarNode)root["document"]!).Text.Should().Be("沪农委[2011]306号");
        NodeText.Describe(root["lists"]!).Should().Be("{l: [甲, \"乙，丙\", $国家]}");
        MapNode clause = (MapNode)((ListNode)root["clauses"]!).Items[0];
        NodeText.Describe(clause["when"]!).Should().Be("{award: $l, rank: 1..3, 收入: ..<300万元, 国家: no, 编号: 0012}");
        MapNode table = (MapNode)((MapNode)clause["pay"]!)["up-to"]!;
        table.Entries.Select(e => e.IsKeyQuoted).Should().Equal(false, false, true);
        NodeText.Describe(table).Should().Be("{by: 收入, 5个<..<10个: 1:0.5, B|C: 2024-03-08}");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Counts_places_from_one_in_characters(string lineEnd)
    {
        MapNode root = Yaml.Map($"a: b{lineEnd}'𠮷': {{𠮷𠮷: 甲}}{lineEnd}");
        root.Place.Should().Be(new Place("a.yaml", 1, 1));
        root.Entries[1].KeyPlace.Should().Be(new Place("a.yaml", 2, 1));
        MapNode inner = (MapNode)root.Entries[1].Value;
        inner.Place.Should().Be(new Place("a.yaml", 2, 6));
        inner.Entries[0].KeyPlace.Should().Be(new Place("a.yaml", 2, 7));
        inner.Entries[0].Value.Place.Should().Be(new Place("a.yaml", 2, 11));
    }

    [Fact]
    public void Takes_a_byte_order_mark()
    {
        DiagnosticBag bag = new();
        MapNode? root = YamlReader.Read("a.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a: 甲\n")], bag);
        bag.Sorted().Should().BeEmpty();
        root!.Entries[0].KeyPlace.Should().Be(new Place("a.yaml", 1, 1));
    }

    [Fact]
    public void Says_which_line_is_not_utf8()
    {
        DiagnosticBag bag = new();
        YamlReader.Read("a.yaml", [.. "a: b\nc: "u8, 0xD6, 0xD0, .. "\n"u8], bag).Should().BeNull();
        bag.Texts(Language.Chinese).Should().Be("""
            a.yaml:2: 错误 INC1001: 文件不是 UTF-8 编码，从这一行起读不出来
              怎么办：用记事本或其他编辑器打开，“另存为”时把编码选成 UTF-8
            """);
        bag.Texts(Language.English).Should().Be("""
            a.yaml:2: error INC1001: the file is not UTF-8; it cannot be read from this line on
              next step: open it in an editor and save it again with the encoding UTF-8
            """);
    }

    [Theory]
    [InlineData("a: b  # 注释\n")]
    [InlineData("a: \"3 #楼\"\n")]
    [InlineData("a: {b: c} # 注释\n")]
    [InlineData("# 注释\na:  # 注释\n  b: c\n")]
    [InlineData("a: [\"甲，乙\", \"award：甲\"]\n")]
    [InlineData("a: [1：1, 1：0.5]\n")]
    [InlineData("a: 甲，乙、丙：丁？\n")]
    [InlineData("note: http://example.org/a\n")]
    [InlineData("a: [1, 100, 200]\n")]
    [InlineData("a: \">= 3\"\n")]
    [InlineData("---\na: b\n")]
    [InlineData("a: |\n  甲\n  - 乙\n")]
    [InlineData("note: 第一行\n  第二行\n")]
    [InlineData("a: [\n  甲,\n  乙,\n]\n")]
    public void Has_nothing_to_say_about_sound_text(string yaml) => Yaml.Map(yaml).Should().NotBeNull();

    [Fact]
    public void Reads_on_after_a_mistake_that_leaves_the_structure_clear()
    {
        DiagnosticBag bag = new();
        MapNode? root = YamlReader.Read("a.yaml", "a: #1\nb: [甲，乙]\nb: 2\nc: &x 3\nd: *x\n", bag);
        root!.Entries.Select(e => e.Key).Should().Equal("a", "b", "c", "d");
        bag.Sorted().Select(d => d.Code).Should().Equal("INC1009", "INC1014", "INC1021", "INC1018", "INC1019");
    }

    [Fact]
    public void Never_throws_whatever_the_text()
    {
        Random random = new(20240308);
        string[] pieces = ["[", "]", "{", "}", ":", ": ", ",", "#", " #", "-", "- ", "\n", "\t", "\"", "'", "&", "*", "!", "|", ">", "%", "@", "?", "：", "，", "\u3000", "\0", "---", "...", "<<", "\uD842", "\r", "\u2028"];
        for (int round = 0; round < 4000; round++)
        {
            StringBuilder text = new(Scheme);
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                int at = random.Next(text.Length);
                switch (random.Next(3))
                {
                    case 0: text.Insert(at, pieces[random.Next(pieces.Length)]); break;
                    case 1: text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)); break;
                    default: text[at] = pieces[random.Next(pieces.Length)][0]; break;
                }
            }

            DiagnosticBag bag = new();
            MapNode? root = YamlReader.Read("a.yaml", text.ToString(), bag);
            (root is not null || bag.HasErrors).Should().BeTrue("a file that cannot be used needs a reason:\n{0}", text);
        }
    }

    [Fact]
    public void Never_throws_whatever_the_bytes()
    {
        Random random = new(1);
        byte[] whole = Encoding.UTF8.GetBytes(Scheme);
        for (int round = 0; round < 1000; round++)
        {
            byte[] bytes = whole[..random.Next(whole.Length)];
            for (int change = random.Next(3); change > 0 && bytes.Length > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            DiagnosticBag bag = new();
            (YamlReader.Read("a.yaml", bytes, bag) is not null || bag.HasErrors).Should().BeTrue();
        }
    }
}
