using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Ledger;

/// <summary>What can go wrong with a ledger, in one place.</summary>
internal static class LedgerMessages
{
    public static Diagnostic Missing(string path) =>
        Error("INC9101", path, new("台账文件不存在", "the ledger does not exist"), null, new("检查路径；新台账由 ledger propose 或 ledger import 建立", "check the path; a new ledger is made by ledger propose or ledger import"));

    public static Diagnostic NotALedger(string path) =>
        Error("INC9102", path, new("这个文件不是台账", "this file is not a ledger"), new("ledger propose 建立的 SQLite 文件", "an SQLite file made by ledger propose"), new("换一个文件名", "choose another file name"));

    public static Diagnostic Busy(string path) =>
        Error("INC9103", path, new("别的程序正在写这个台账，等候已超时；什么也没有写入", "another program is writing to the ledger and waiting took too long; nothing was written"), null, new("稍后再试", "try again later"));

    public static Diagnostic CannotUse(string path, string why) =>
        Error("INC9104", path, new($"台账不能使用：{why}", $"the ledger cannot be used: {why}"), null, new("检查权限和磁盘空间；必要时取回备份", "check permissions and free space; restore a copy if need be"));

    public static Diagnostic Empty(string option) =>
        Error("INC9105", "", new($"{option} 是空的", $"{option} is empty"), null, new("写明经办人或理由", "say who, or why"));

    public static Diagnostic RunDiffers(string run, int count) =>
        Error("INC9106", run, new($"运行文件夹有 {count} 处与重新计算的结果不符，没有提出", $"the run folder differs from what is recomputed in {count} places; nothing was proposed"), null, new("用 verify 查看，重新 calculate", "look with verify, and calculate again"));

    public static Diagnostic RunPosted(string run, long batch) =>
        Error("INC9107", run, new($"这次运行已经作为第 {batch} 批入账", $"this run was already posted as batch {batch}"), null, new("不要重复入账；若有更正，用新的名册重新计算", "do not post it again; for a correction calculate with a new roster"));

    public static Diagnostic NothingToPost(string run) =>
        Error("INC9108", run, new("没有可以入账的行（应付大于0的支付行）", "no line can be posted (a paid line with a payable amount above 0)"), null, new("查看 payouts.csv", "look at payouts.csv"));

    public static Diagnostic PaidTwice(string roster, long line, string recipient, string award, long batch, long row) =>
        new("INC9109", Severity.Error, new Place(roster, (int)line), new($"“{recipient}”的“{award}”已在第 {batch} 批第 {row} 行，不能再付", $"'{award}' of '{recipient}' is already in batch {batch}, row {row}, and cannot be paid again"), null,
            new("从名册中去掉；若确是另一项，用主体或日期区分；若要补差额，用 propose --corrects", "take it off the roster; if it is another award, tell them apart by subject or date; to pay a difference, propose with --corrects"));

    public static Diagnostic NoSuchBatch(long batch, long count) =>
        Error("INC9110", "", new($"没有第 {batch} 批（共 {count} 批）", $"there is no batch {batch} ({count} in all)"), null, new("用 ledger list 查看", "look with ledger list"));

    public static Diagnostic Approved(long batch, string person) =>
        Error("INC9111", "", new($"第 {batch} 批已由“{person}”批准", $"batch {batch} was already approved by '{person}'"));

    public static Diagnostic Posted(long batch, string person) =>
        Error("INC9112", "", new($"第 {batch} 批已由“{person}”入账", $"batch {batch} was already posted by '{person}'"));

    public static Diagnostic NotApproved(long batch) =>
        Error("INC9113", "", new($"第 {batch} 批尚未批准", $"batch {batch} is not approved yet"), null, new("先由另一人 ledger approve", "let somebody else approve it first"));

    public static Diagnostic SamePerson(long batch, string person) =>
        Error("INC9114", "", new($"第 {batch} 批由“{person}”批准，不能由同一人入账", $"batch {batch} was approved by '{person}', who cannot post it too"), null, new("换一人入账", "let somebody else post it"));

    public static Diagnostic Outdated(long batch, long row) =>
        Error("INC9115", "", new($"第 {batch} 批第 {row} 行：提出之后台账已有变动", $"batch {batch}, row {row}: the ledger has changed since it was proposed"), null, new("重新提出", "propose it again"));

    public static Diagnostic BatchAltered(long batch) =>
        Error("INC9116", "", new($"第 {batch} 批与记录的哈希不符：有行被增删或改动", $"batch {batch} does not match its recorded hash: rows were added, removed or altered"), null, Restore);

    public static Diagnostic ItemAltered(long batch, long row) =>
        Error("INC9117", "", new($"第 {batch} 批第 {row} 行被改动过", $"batch {batch}, row {row} was altered"), null, Restore);

    public static Diagnostic ActionAltered(long number) =>
        Error("INC9118", "", new($"第 {number} 号操作与哈希链不符：被改动、增加或删除", $"action {number} breaks the chain of hashes: it was altered, added, or one before it removed"), null, Restore);

    public static Diagnostic StateDiffers(long batch) =>
        Error("INC9119", "", new($"第 {batch} 批的入账状态与操作记录不符", $"whether batch {batch} is posted does not agree with the actions"), null, Restore);

    public static Diagnostic SchemaAltered(string name) =>
        Error("INC9120", "", new($"台账文件的结构被改动：{name}", $"the structure of the ledger file was altered: {name}"), null, Restore);

    public static Diagnostic HeadUnknown(string hash) =>
        Error("INC9121", "", new($"台账里没有哈希 {hash}：它被截短或换过", $"the ledger does not hold the hash {hash}: it was cut short or replaced"), null, Restore);

    public static Diagnostic NoSuchRow(long batch, long row) =>
        Error("INC9122", "", new($"第 {batch} 批没有第 {row} 行", $"batch {batch} has no row {row}"), null, new($"用 ledger list {batch} 查看", $"look with ledger list {batch}"));

    public static Diagnostic NothingLeft(long batch, long row) =>
        Error("INC9123", "", new($"第 {batch} 批第 {row} 行已全部追回或更正，没有可以冲回的", $"batch {batch}, row {row}: all of it was already taken back or corrected"));

    public static Diagnostic TooMuch(long batch, long row, Money asked, Money left) =>
        Error("INC9124", "", new($"第 {batch} 批第 {row} 行只剩 {left.ToReadable()} 元，不能冲回 {asked.ToReadable()} 元", $"batch {batch}, row {row}: only {left.ToReadable()} yuan are left, {asked.ToReadable()} yuan cannot be reversed"));

    public static Diagnostic BadAmount(string text) =>
        Error("INC9125", "", new($"--amount “{text}”不是大于0、精确到分的金额", $"--amount '{text}' is not an amount above 0 in whole fen"), new("5000元、2万元、1234.56", "5000元, 2万元, 1234.56"));

    public static Diagnostic OneRow() =>
        Error("INC9126", "", new("冲回一部分金额时，要用一个 --row 指明一行", "part of an amount is reversed in one row: give --amount with one --row"));

    public static Diagnostic NotPosted(long batch) =>
        Error("INC9127", "", new($"第 {batch} 批没有入账，不能冲回或补差额", $"batch {batch} is not posted; it cannot be reversed or corrected"));

    public static Diagnostic Ceilings(int count) =>
        new("INC9128", Severity.Warning, Place.Nowhere, new($"{count} 行是上限，尚未核定金额，按上限入账", $"{count} lines are ceilings under which nobody has set an amount; they are entered at the ceiling"), null,
            new("应先填写核定金额，重新计算", "fill in the approved amounts and calculate again first"));

    public static Diagnostic NotEmpty(string path) =>
        Error("INC9129", path, new("已经存在，不会覆盖它", "already exists and will not be overwritten"), null, new("换一个名字", "choose another name"));

    public static Diagnostic BadImport(string file, int line, string column) =>
        new("INC9130", Severity.Error, new Place(file, line), new($"这不是 ledger export 写的内容（{column}）", $"this is not what ledger export writes ({column})"), null, new("取回原来的导出文件", "restore the exported files"));

    public static Diagnostic NotSound(string path, int count) =>
        Error("INC9131", path, new($"台账没有通过核对（{count} 处），不使用", $"the ledger does not verify ({count} findings) and is not used"), null, new("用 ledger verify 查看", "look with ledger verify"));

    public static Diagnostic CannotWrite(string path, string why) =>
        Error("INC9132", path, new($"不能写入：{why}", $"cannot be written: {why}"), null, new("检查权限和磁盘空间", "check permissions and free space"));

    public static Diagnostic IsReversal(long batch, long row) =>
        Error("INC9133", "", new($"第 {batch} 批第 {row} 行本身是冲回，不能再冲回", $"batch {batch}, row {row} is itself money back and cannot be reversed"));

    public static Diagnostic TwoPersons(long batch) =>
        Error("INC9134", "", new($"第 {batch} 批没有由另一人批准就入账", $"batch {batch} was posted without an approval by somebody else"), null, Restore);

    public static Diagnostic Twice(long batch, long row, long otherBatch, long otherRow) =>
        Error("INC9135", "", new($"第 {batch} 批第 {row} 行与第 {otherBatch} 批第 {otherRow} 行付的是同一项", $"batch {batch}, row {row} and batch {otherBatch}, row {otherRow} pay the same award"), null, Restore);

    public static Diagnostic Damaged(string what) =>
        Error("INC9136", "", new($"台账文件损坏：{what}", $"the ledger file is damaged: {what}"), null, Restore);

    public static Diagnostic NoDifference(long batch) =>
        Error("INC9137", "", new($"与第 {batch} 批入账的金额没有差额", $"nothing differs from what batch {batch} posted"));

    public static Diagnostic CountsItself(string run, long batch) =>
        Error("INC9138", run, new($"这次运行把第 {batch} 批自己的支付当作了历史，不能用来更正它", $"the run took the payments of batch {batch} itself for history; it cannot correct that batch"), null,
            new($"用 calculate --ledger ... --ledger-except {batch} 重新计算", $"calculate again with --ledger ... --ledger-except {batch}"));

    private static Phrase Restore => new("取回备份，查明谁动过文件", "restore a copy, and find out who touched the file");

    private static Diagnostic Error(string code, string file, Phrase what, Phrase? expected = null, Phrase? next = null) => new(code, Severity.Error, new Place(file), what, expected, next);
}
