namespace Incentives.Core.Rosters;

/// <summary>Check characters of the two codes a recipient is known by: 统一社会信用代码 (GB 32100-2015) and 公民身份号码 (GB 11643-1999).</summary>
internal static class IdentityCode
{
    private const int Length = 18;

    /// <summary>Whether the code is a unified social credit code whose check character is right. Letters may be lower case.</summary>
    public static bool IsValid(ReadOnlySpan<char> code)
    {
        Span<byte> ascii = stackalloc byte[Length];
        return TryAscii(code, ascii) && IsValid(ascii);
    }

    /// <inheritdoc cref="IsValid(ReadOnlySpan{char})"/>
    public static bool IsValid(ReadOnlySpan<byte> code)
    {
        if (code.Length != Length) return false;
        int sum = 0, weight = 1;
        for (int i = 0; i < Length - 1; i++)
        {
            int value = CreditValue(code[i]);
            if (value < 0 || (i is >= 2 and < 8 && value > 9)) return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return CreditValue(code[Length - 1]) == (31 - (sum % 31)) % 31;
    }

    /// <summary>Whether the code is a citizen's 18-digit number: a real birth date and the right check digit (X may be lower case).</summary>
    public static bool IsCitizenId(ReadOnlySpan<char> code)
    {
        Span<byte> ascii = stackalloc byte[Length];
        return TryAscii(code, ascii) && IsCitizenId(ascii);
    }

    /// <inheritdoc cref="IsCitizenId(ReadOnlySpan{char})"/>
    public static bool IsCitizenId(ReadOnlySpan<byte> code)
    {
        if (code.Length != Length || code[0] == '0') return false;
        int sum = 0, weight = 1;
        for (int i = Length - 2; i >= 0; i--)
        {
            if (code[i] is < (byte)'0' or > (byte)'9') return false;
            weight = weight * 2 % 11;
            sum += (code[i] - '0') * weight;
        }

        return IsBirthDate(code.Slice(6, 8)) && CitizenCheckValue(code[Length - 1]) == (12 - (sum % 11)) % 11;
    }

    private static bool IsBirthDate(ReadOnlySpan<byte> digits)
    {
        int year = Number(digits[..4]), month = Number(digits[4..6]), day = Number(digits[6..]);
        return year is >= 1800 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte b in digits) value = (value * 10) + (b - '0');
        return value;
    }

    private static int CitizenCheckValue(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        (byte)'X' or (byte)'x' => 10,
        _ => -1,
    };

    // 0 to 30: the digits, then the capital letters without I, O, S, V, Z.
    private static int CreditValue(byte b) =>
        "0123456789ABCDEFGHJKLMNPQRTUWXY"u8.IndexOf(b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b);

    private static bool TryAscii(ReadOnlySpan<char> code, Span<byte> ascii) =>
        code.Length == Length && System.Text.Ascii.FromUtf16(code, ascii, out _) == System.Buffers.OperationStatus.Done;
}
