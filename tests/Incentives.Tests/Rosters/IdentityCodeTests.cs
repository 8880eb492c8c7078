using System.Text;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Rosters;

public class IdentityCodeTests
{
    // Weights 3^i mod 31: 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28.
    // 91430200000000000: 9*1 + 1*3 + 4*9 + 3*27 + 0 + 2*26 = 181; 181 mod 31 = 26; 31 - 26 = 5.
    // 91430200MA0000000: 181 + 21*20 + 10*29 = 891 (M is 21, A is 10); 891 mod 31 = 23; 31 - 23 = 8.
    // 91000100000000000: 9 + 3 + 1*26 = 38; 38 mod 31 = 7; 31 - 7 = 24, which is Q (A 10 ... H 17, J 18, K 19, L 20, M 21, N 22, P 23, Q 24).
    [Theory]
    [InlineData("914302000000000005", true)]
    [InlineData("91430200MA00000008", true)]
    [InlineData("91430200ma00000008", true)]
    [InlineData("91000100000000000Q", true)]
    [InlineData("91000100000000000R", false)]
    [InlineData("914302000000000006", false)]
    [InlineData("913402000000000005", false)]
    [InlineData("91430200IA00000008", false)]
    [InlineData("9143A2000000000005", false)]
    [InlineData("91430200000000000", false)]
    [InlineData("", false)]
    [InlineData("９14302000000000005", false)]
    public void Credit_codes_are_checked(string code, bool valid)
    {
        IdentityCode.IsValid(code).Should().Be(valid);
        IdentityCode.IsValid(Encoding.UTF8.GetBytes(code)).Should().Be(valid);
    }

    // Weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2 over 11010519491231002:
    // 7+9+0+5+0+20+2+9+24+27+7+18+30+5+0+0+4 = 167; 167 mod 11 = 2, and the check character of 2 is X (the standard's own example).
    // 43020020000229001: 28+27+0+10+0+0+4+0+0+0+0+18+20+45+0+0+2 = 154; 154 mod 11 = 0, whose check digit is 1.
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("11010519491231002x", true)]
    [InlineData("430200200002290011", true)]
    [InlineData("430200200002290012", false)]
    [InlineData("430200200102290010", false)]
    [InlineData("43020020000229001", false)]
    [InlineData("A30200200002290011", false)]
    public void Citizen_numbers_are_checked(string code, bool valid)
    {
        IdentityCode.IsCitizenId(code).Should().Be(valid);
        IdentityCode.IsCitizenId(Encoding.UTF8.GetBytes(code)).Should().Be(valid);
    }

    [Fact]
    public void Exactly_one_check_character_is_right()
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        Alphabet.Count(c => IdentityCode.IsValid("91430200MA4L1TEST" + c)).Should().Be(0, "S is not in the alphabet");
        Alphabet.Count(c => IdentityCode.IsValid("91430200MA4L1TEXT" + c)).Should().Be(1);
    }
}
