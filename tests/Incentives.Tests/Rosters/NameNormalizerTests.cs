using System.Globalization;
using System.Text;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Rosters;

public class NameNormalizerTests
{
    public NameNormalizerTests() => CultureInfo.CurrentCulture = new CultureInfo("tr-TR");

    [Theory]
    [InlineData("中国质量奖", "中国质量奖")]
    [InlineData("ＩＳＯ ９００１", "iso9001")]
    [InlineData("INDIA（株洲）", "india(株洲)")]
    [InlineData("【甲】〔乙〕[丙]｛丁｝", "(甲)(乙)(丙)(丁)")]
    [InlineData("“塞北雪”牌'挂面'\"一\"", "塞北雪牌挂面一")]
    [InlineData("《办法》<<办法>>", "办法办法")]
    [InlineData("阿・卜•都·某", "阿·卜·都·某")]
    [InlineData("　株 洲\u00A0某\u200B某\r\n公司\t", "株洲某某公司")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("", "")]
    public void Spellings_come_together(string name, string expected)
    {
        NameNormalizer.Normalize(name).Should().Be(expected);
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        Encoding.UTF8.GetString(NameNormalizer.Normalize(utf8, new byte[utf8.Length])).Should().Be(expected);
    }

    [Fact]
    public void A_clean_name_is_returned_as_it_is()
    {
        byte[] name = Encoding.UTF8.GetBytes("株洲某某公司(一)2号-a");
        NameNormalizer.Normalize(name, default).Overlaps(name).Should().BeTrue();
    }

    [Fact]
    public void Every_character_is_normalised_the_same_way_twice()
    {
        for (int i = 0; i < 0x30000; i++)
        {
            if (!Rune.IsValid(i)) continue;
            string once = NameNormalizer.Normalize(new Rune(i).ToString());
            if (NameNormalizer.Normalize(once) != once) Assert.Fail($"U+{i:X4}");
        }
    }
}
