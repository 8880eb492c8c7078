using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Reports;

/// <summary>What <c>verify</c> can say of a run's record, its signature and a list that was paid, in one place.</summary>
internal static class AuditMessages
{
    public static Diagnostic ManifestUnreadable(int line, string record = RunFiles.Manifest, string command = "calculate") =>
        new("INC6040", Severity.Error, new Place(record, line), new($"不是 {command} 写的{(command == "calculate" ? "运行" : "")}记录：内容无法读取", $"is not the record that {command} wrote: it cannot be read"),
            null, new($"取回原文件，或重新 {command}", $"restore the file, or {command} again"));

    public static Diagnostic OutsideFolder(string file, string record = RunFiles.Manifest) =>
        new("INC6041", Severity.Error, new Place(record), new($"记录中的文件“{file}”不在{(record == RunFiles.Manifest ? "运行" : "")}文件夹内", $"the record names '{file}', which is not inside the {(record == RunFiles.Manifest ? "run " : "")}folder"),
            null, new($"取回原来的 {record}", $"restore the original {record}"));

    public static Diagnostic NotRecomputed() =>
        new("INC6042", Severity.Error, Place.Nowhere, new("输入已经不是运行时的输入，没有重新计算；结果文件只核对了哈希", "the inputs are not those of the run, so nothing was recomputed; results were held against their hashes only"),
            null, new("先取回原来的输入", "restore the inputs first"));

    public static Diagnostic OtherVersion(string version, string own, string record = RunFiles.Manifest) =>
        new("INC6043", Severity.Note, new Place(record), new($"运行由 {version} 版写成，现由 {own} 版核对", $"the run was made by version {version} and is verified by version {own}"));

    public static Diagnostic MoreDifferences(string file, int more) =>
        new("INC6044", Severity.Error, new Place(file), new($"还有 {more} 处不同没有列出", $"{more} more differences are not listed"));

    public static Diagnostic KeyMissing(string path) =>
        new("INC6045", Severity.Error, new Place(path), new("读不到密钥文件", "the key file cannot be read"), null, new("检查路径和权限", "check the path and permissions"));

    public static Diagnostic KeyUnusable(string path, bool isPrivate) =>
        new("INC6046", Severity.Error, new Place(path),
            isPrivate ? new("不是可以签名的密钥", "is not a key that can sign") : new("不是可以核对签名的密钥", "is not a key that can check a signature"),
            isPrivate ? new("PEM 格式、没有密码的 P-256 私钥", "a P-256 private key in PEM form, without a password") : new("PEM 格式的 P-256 公钥", "a P-256 public key in PEM form"),
            isPrivate
                ? new("生成：openssl ecparam -name prime256v1 -genkey -noout -out key.pem", "make one: openssl ecparam -name prime256v1 -genkey -noout -out key.pem")
                : new("取出公钥：openssl ec -in key.pem -pubout -out pub.pem", "take it from the private key: openssl ec -in key.pem -pubout -out pub.pem"));

    public static Diagnostic NotSigned() =>
        new("INC6047", Severity.Error, new Place(RunFiles.Signature), new("要求有签名，但运行没有签名", "a signature is required and the run is not signed"), null, new("向负责人索取签名的运行，或用 --sign 重新 calculate", "ask for the signed run, or calculate again with --sign"));

    public static Diagnostic SignatureWrong() =>
        new("INC6048", Severity.Error, new Place(RunFiles.Signature), new("签名与 run.json 或与所给的公钥不符", "the signature does not fit run.json or the given key"), null, new("核对公钥；公钥无误，就是运行被改过或不是他签的", "check the key; if it is right, the run was altered or somebody else signed it"));

    public static Diagnostic SignatureNotChecked() =>
        new("INC6049", Severity.Note, new Place(RunFiles.Signature), new("运行有签名，但没有给 --key，签名没有核对", "the run is signed, but without --key the signature was not checked"));

    public static Diagnostic PaidTooMuch(Place place, string who, Money due, Money paid, string where) =>
        new("INC6050", Severity.Error, place, Sums("多付", "paid too much", who, due, paid, paid - due, where));

    public static Diagnostic PaidTooLittle(Place place, string who, Money due, Money paid, string where) =>
        new("INC6051", Severity.Error, place, Sums("少付", "paid too little", who, due, paid, due - paid, where));

    public static Diagnostic UnitError(Place place, string who, Money due, Money paid, string where)
    {
        Phrase sums = paid > due ? Sums("多付", "paid too much", who, due, paid, paid - due, where) : Sums("少付", "paid too little", who, due, paid, due - paid, where);
        return new("INC6052", Severity.Error, place, new($"{sums.Zh}；正好差一万倍，疑为元、万元弄错", $"{sums.En}; exactly 10,000 times apart: probably 元 and 万元 were confused"), null,
            new("核对表头和单元格里的单位", "check the units in header and cell"));
    }

    public static Diagnostic PaidButNotInRoster(Place place, string who, Money paid) =>
        new("INC6053", Severity.Error, place, new($"{who}：实付 {paid.ToReadable()} 元，名册中没有这一项", $"{who}: {paid.ToReadable()} yuan paid, but the roster has no such claim"));

    public static Diagnostic DueButNotPaid(Place place, string who, Money due, string list) =>
        new("INC6054", Severity.Error, place, new($"{who}：应付 {due.ToReadable()} 元，{list} 中没有支付", $"{who}: {due.ToReadable()} yuan due, but not paid in {list}"));

    public static Diagnostic PaidToAnother(Place place, string paidTo, string who, string where) =>
        new("INC6055", Severity.Error, place, new($"付给了“{paidTo}”，而名册这一项的对象是“{who}”（{where}）", $"paid to '{paidTo}', while the roster's claim is of '{who}' ({where})"));

    public static Diagnostic AmountUnreadable(Place place, string text) =>
        new("INC6056", Severity.Error, place, new($"金额“{text}”无法识别", $"the amount '{text}' cannot be read"), new("到分为止的金额，如 500000、50万元", "an amount in whole fen, such as 500000 or 50万元"));

    public static Diagnostic NoAmountColumn(Place place, IReadOnlyList<string> headers) =>
        new("INC6057", Severity.Error, place, new($"分不清哪一列是支付的金额：{string.Join('、', headers)}", $"it is not clear which column holds the amounts paid: {string.Join(", ", headers)}"),
            new("一列金额、奖补资金、实发金额或拨付金额，可带单位，如“金额(万元)”", "one column 金额, 奖补资金, 实发金额 or 拨付金额, with a unit if need be, such as 金额(万元)"), new("改正表头", "correct the header"));

    public static Diagnostic NoRecipientColumn(Place place, IReadOnlyList<string> headers) =>
        new("INC6058", Severity.Error, place, new($"找不到编号、统一社会信用代码或名称列：{string.Join('、', headers)}", $"there is no column of ids, identity codes or names: {string.Join(", ", headers)}"),
            new("编号、统一社会信用代码、企业名称之一", "one of 编号, 统一社会信用代码, 企业名称"), new("改正表头", "correct the header"));

    public static Diagnostic OtherAward(Place place, string paidFor, string award, string where) =>
        new("INC6059", Severity.Note, place, new($"奖项“{paidFor}”按对象和金额认作“{award}”（{where}）", $"the award '{paidFor}' was taken for '{award}' by recipient and amount ({where})"));

    public static Diagnostic NotCompared(string list) =>
        new("INC6060", Severity.Error, new Place(list), new("运行没有能够重新计算，所以没有与这份名单比对", "the run could not be recomputed, so this list was not compared with it"), null, new("先改正上面的问题", "settle the above first"));

    public static Diagnostic HashesOnly(string record) =>
        new("INC6061", Severity.Note, new Place(record), new("文件夹里没有输入的副本，没有重新计算；结果文件只与这份记录核对", "the folder has no copies of the inputs, so nothing was recomputed; the results were held against this record only"),
            null, new("要核对数字，用原来的输入再做一遍，比较两个文件夹", "to check the figures, run the command again with the original inputs and compare the folders"));

    public static Diagnostic OnlyForRuns(string option, string record) =>
        new("INC6062", Severity.Error, new Place(record), new($"{option} 只用于 calculate 的运行文件夹", $"{option} is only for run folders of calculate"), null, new($"去掉 {option}，或给出运行文件夹", $"leave {option} out, or give a run folder"));

    private static Phrase Sums(string zh, string en, string who, Money due, Money paid, Money difference, string where) => new(
        $"{who}：应付 {due.ToReadable()} 元，实付 {paid.ToReadable()} 元，{zh} {difference.ToReadable()} 元（{where}）",
        $"{who}: {due.ToReadable()} yuan due, {paid.ToReadable()} yuan paid, {en} by {difference.ToReadable()} yuan ({where})");
}
