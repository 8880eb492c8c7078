using System.Globalization;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>Everything this room says to the people who write rule files: INC10xx on the file's text, INC11xx on values, INC12xx on readings and overlays.</summary>
internal static partial class SyntaxMessages
{
    /// <summary>The bytes are in another encoding, mostly GB18030.</summary>
    public static Diagnostic NotUtf8(Place place) => Error("INC1001", place,
        new("文件不是 UTF-8 编码，从这一行起读不出来", "the file is not UTF-8; it cannot be read from this line on"),
        next: new("用记事本或其他编辑器打开，“另存为”时把编码选成 UTF-8", "open it in an editor and save it again with the encoding UTF-8"));

    /// <summary>A character nobody can see.</summary>
    public static Diagnostic InvisibleCharacter(Place place, char c) => Error("INC1002", place,
        new($"这里有一个看不见的字符（U+{Hex(c)}），多半是从网页或 Word 里带来的", $"there is an invisible character here (U+{Hex(c)}), probably pasted from a web page or a word processor"),
        next: new("删掉它，或把这一行重新手工输入一遍", "delete it, or type the line again by hand"));

    /// <summary>Nothing in the file.</summary>
    public static Diagnostic EmptyFile(Place place) => Error("INC1003", place,
        new("文件是空的", "the file is empty"),
        next: new("第一行写“scheme: 办法的代号”，下面逐条写条款", "begin with \"scheme: the-scheme's-id\" and write the clauses below it"));

    /// <summary>The file is a list or a text, not "key: value".</summary>
    public static Diagnostic RootNotMapping(Place place, Node root) => Error("INC1004", place,
        new($"整个文件应由“名称: 内容”组成，这里却是{(root is ListNode ? "一个列表" : "一段文字")}", $"the whole file should consist of \"name: content\", but this is {(root is ListNode ? "a list" : "a text")}"),
        new("“scheme: 办法的代号”这样的行", "lines such as \"scheme: the-scheme's-id\""),
        root is ListNode ? new("条款的列表写在“clauses:”下面，并缩进两格", "write the list of clauses under \"clauses:\", two spaces in") : new("检查冒号：要用英文冒号，后面空一格", "check the colons: an ordinary colon with a space behind it"));

    /// <summary>A second document in the file.</summary>
    public static Diagnostic SeveralDocuments(Place place) => Error("INC1005", place,
        new("一个文件里只能写一个办法，这里又开始了第二个", "a file holds one scheme, and a second one begins here"),
        next: new("删去这一行“---”或“...”；若确是另一个办法，另存为一个文件", "delete the line \"---\" or \"...\"; if it is another scheme, put it into a file of its own"));

    /// <summary>A tab at the beginning of a line.</summary>
    public static Diagnostic TabIndentation(Place place) => Error("INC1006", place,
        new("行首用了制表符（Tab 键），规则文件只能用空格缩进", "the line begins with a tab; a rule file is indented with spaces only"),
        next: new("把它换成空格，每一层两个空格", "replace it by spaces, two for each level"));

    /// <summary>A full-width or no-break space at the beginning of a line.</summary>
    public static Diagnostic WideSpaceIndentation(Place place) => Error("INC1007", place,
        new("行首的空格不是普通空格（可能是全角空格）", "the space at the beginning of the line is not an ordinary one (perhaps a full-width space)"),
        next: new("切换到英文输入法，换成普通空格，每一层两个", "replace it by ordinary spaces, two for each level"));

    /// <summary>A key or an item with nothing behind it.</summary>
    public static Diagnostic EmptyValue(Place place, string? key) => Error("INC1008", place,
        key is null ? new("这一项是空的", "this item is empty") : new($"“{key}”后面没有内容", $"\"{key}\" has no value"),
        next: key is null ? new("写上内容，或删去这一项", "write a value, or delete the item") : new("写上内容，或删去这一行；没有上限时写 none", "write a value, or delete the key; where no cap is meant write none"));

    /// <summary>The value begins with #, so YAML takes it for a comment.</summary>
    public static Diagnostic EmptyBecauseOfHash(Place place, string? key, string comment) => Error("INC1009", place,
        key is null ? new($"这一项是空的：“#”及其后的文字“{comment}”被当作注释", $"this item is empty: \"#\" and what follows, \"{comment}\", is taken for a comment")
            : new($"“{key}”后面没有内容：“#”及其后的文字“{comment}”被当作注释", $"\"{key}\" has no value: \"#\" and what follows, \"{comment}\", is taken for a comment"),
        next: new($"若“#”是内容的一部分，加引号：\"{comment}\"", $"if \"#\" belongs to the value, quote it: \"{comment}\""));

    /// <summary>A thousands separator.</summary>
    public static Diagnostic ThousandsSeparator(Place place, string written, string suggested) => Error("INC1010", place,
        new($"数字“{written}”里有逗号，读不成一个数", $"\"{written}\" holds a comma and cannot be read as one number"),
        new(suggested, suggested),
        new("金额和数量里不写千分位逗号", "write amounts and counts without thousands separators"));

    /// <summary>A comma inside a text in braces.</summary>
    public static Diagnostic CommaCutsText(Place place, string previousKey, string previousValue, string key) => Error("INC1011", place,
        new($"“{key}”没有内容：花括号里的英文逗号把“{previousKey}”的文字从“{previousValue}”后面截断了", $"\"{key}\" has no value: inside braces the comma ends the text of \"{previousKey}\" after \"{previousValue}\""),
        next: new($"改用中文逗号，或给整段文字加引号：{previousKey}: \"{previousValue},{key}\"；若本来就是另一项，补上它的内容", $"use a Chinese comma, or quote the whole text: {previousKey}: \"{previousValue},{key}\"; if it is meant as a key of its own, give it a value"));

    /// <summary>A full-width colon between a name and its value.</summary>
    public static Diagnostic WideColon(Place place, string key, string value) => Error("INC1012", place,
        new($"“{key}”后面是全角冒号，程序看不出这是“名称: 内容”", $"\"{key}\" is followed by a full-width colon, which does not separate a name from its value"),
        new($"{key}: {value.Trim()}", $"{key}: {value.Trim()}"),
        new("换成英文冒号并在后面空一格；若冒号确是文字的一部分，给整段加引号", "use an ordinary colon and a space; if the colon belongs to the text, quote the whole"));

    /// <summary>No space behind a colon.</summary>
    public static Diagnostic NoSpaceAfterColon(Place place, string key, string value) => Error("INC1013", place,
        new($"“{key}:”的冒号后面缺一个普通空格", $"the colon of \"{key}:\" is not followed by an ordinary space"),
        new($"{key}: {value.Trim()}", $"{key}: {value.Trim()}"),
        new("在冒号后面加一个空格；若冒号确是文字的一部分，给整段加引号", "put a space behind the colon; if the colon belongs to the text, quote the whole"));

    /// <summary>A Chinese comma inside one item of a list.</summary>
    public static Diagnostic WideCommaInItem(Place place, string item, char comma) => Error("INC1014", place,
        new($"“{item}”会被当作一项，因为“{comma}”不能分隔列表", $"\"{item}\" is read as one item, since \"{comma}\" does not separate items"),
        new(string.Join(", ", item.Split('，', '、').Select(p => p.Trim())), string.Join(", ", item.Split('，', '、').Select(p => p.Trim()))),
        new($"各项之间用英文逗号；若本来就是一个名称，加引号：\"{item}\"", $"put ordinary commas between items; if it is one name, quote it: \"{item}\""));

    /// <summary>A Chinese comma between two entries in braces.</summary>
    public static Diagnostic WideCommaBetweenEntries(Place place, char comma) => Error("INC1015", place,
        new($"花括号里的各项用英文逗号分隔，这里是“{comma}”", $"entries in braces are separated by ordinary commas, and this is \"{comma}\""),
        next: new("换成英文逗号，后面空一格", "replace it by an ordinary comma and a space"));

    /// <summary>A comment one space behind a text.</summary>
    public static Diagnostic CommentCutsText(Place place, string kept, string comment) => Warning("INC1016", place,
        new($"只读到“{kept}”：后面的“{comment}”被当作注释", $"only \"{kept}\" is read: \"{comment}\" behind it is taken for a comment"),
        next: new($"若“#”是内容的一部分，加引号：\"{kept} {comment}\"；若确是注释，在“#”前空两格", $"if \"#\" belongs to the value, quote it: \"{kept} {comment}\"; if it is a comment, put two spaces before \"#\""));

    /// <summary>A YAML tag.</summary>
    public static Diagnostic Tag(Place place, string tag) => Error("INC1017", place,
        new($"开头的“{Start(tag, '!')}”会被吞掉：规则文件里不用“!”标记", $"\"{Start(tag, '!')}\" at the beginning would be swallowed: rule files use no \"!\" tags"),
        next: new("删去它；若“!”是内容的一部分，给整段加引号", "delete it; if \"!\" belongs to the value, quote the whole"));

    /// <summary>A YAML anchor.</summary>
    public static Diagnostic Anchor(Place place, string name) => Error("INC1018", place,
        new($"开头的“&{name}”会被吞掉：规则文件里不用“&”锚点", $"\"&{name}\" at the beginning would be swallowed: rule files use no \"&\" anchors"),
        next: new("要重复使用的内容写进 lists 或 settings，用 $名称 引用；若“&”是内容的一部分，给整段加引号", "put what is used twice under lists or settings and refer to it as $name; if \"&\" belongs to the value, quote the whole"));

    /// <summary>A YAML alias.</summary>
    public static Diagnostic Alias(Place place, string name) => Error("INC1019", place,
        new($"“*{name}”是 YAML 的引用写法，规则文件里不用", $"\"*{name}\" is a YAML alias, which rule files do not use"),
        next: new("引用列表或设置写 $名称；若“*”是内容的一部分，给整段加引号", "refer to a list or a setting as $name; if \"*\" belongs to the value, quote the whole"));

    /// <summary>A YAML merge key.</summary>
    public static Diagnostic MergeKey(Place place) => Error("INC1020", place,
        new("规则文件里不用“<<”合并内容", "rule files do not use \"<<\" to merge content"),
        next: new("把要用的内容逐项写出来", "write out what is meant, entry by entry"));

    /// <summary>The same key twice in one mapping.</summary>
    public static Diagnostic DuplicateKey(Place place, string key, Place first) => Error("INC1021", place,
        new($"“{key}”写了两次，前一次在{Zh(first)}", $"\"{key}\" is written twice, the first time at {En(first)}"),
        next: new("只留一处；若两处都要，合并成一处", "keep one of them; if both are meant, merge them"));

    /// <summary>A key that is a list or a mapping.</summary>
    public static Diagnostic KeyNotText(Place place) => Error("INC1022", place,
        new("冒号前面的名称应是文字，这里却是一个列表或一组内容", "what stands before the colon should be a name, and this is a list or a mapping"),
        next: new("表格里几个值共用一行时写成 甲|乙", "where several values share a line of a table, write A|B"));

    /// <summary>Nothing before the colon.</summary>
    public static Diagnostic EmptyKey(Place place) => Error("INC1023", place,
        new("冒号前面没有名称", "there is no name before the colon"),
        next: new("补上名称，或删去冒号", "write the name, or delete the colon"));

    /// <summary>A comparison sign.</summary>
    public static Diagnostic Comparison(Place place, string sign, string canonical, string law) => Error("INC1024", place,
        new($"这里不能用“{sign}”开头", $"a value cannot begin with \"{sign}\""),
        canonical == law ? new(canonical, canonical) : new($"{canonical} 或 {law}", $"{canonical} or {law}"),
        new("范围写成“下限..上限”，或照政策原文写“以上”“不满”等", "write a range as \"low..high\", or in the law's words such as 以上 and 不满"));

    /// <summary>A full-width bracket where a list or mapping was meant.</summary>
    public static Diagnostic WideBracket(Place place, char bracket) => Error("INC1025", place,
        new($"“{bracket}”是全角括号，程序看不出这是列表", $"\"{bracket}\" is a full-width bracket, which does not begin a list"),
        next: new("换成英文括号 [ ] 或 { }；若是文字的一部分，给整段加引号", "use [ ] or { }; if it belongs to the text, quote the whole"));

    /// <summary>A percent sign before the number.</summary>
    public static Diagnostic LeadingPercent(Place place, string suggested) => Error("INC1026", place,
        new("百分号应写在数字后面", "the percent sign belongs behind the number"),
        new(suggested, suggested),
        new($"改写成 {suggested}", $"write {suggested}"));

    /// <summary>A character that YAML keeps for itself.</summary>
    public static Diagnostic ReservedCharacter(Place place, char c, string text) => Error("INC1027", place,
        new($"内容不能以“{c}”开头", $"a value cannot begin with \"{c}\""),
        next: new($"若它是内容的一部分，加引号：\"{text}\"", $"if it belongs to the value, quote it: \"{text}\""));

    /// <summary>A dash right behind a key.</summary>
    public static Diagnostic DashAfterKey(Place place, string item) => Error("INC1028", place,
        new("冒号后面不能紧接着写“-”开头的列表", "a list with \"-\" cannot begin on the line of its key"),
        new($"[{(item.Length == 0 ? "甲, 乙" : item)}]", $"[{(item.Length == 0 ? "a, b" : item)}]"),
        new("写成方括号里的列表，或另起一行、缩进两格再写“- ”", "write the list in brackets, or begin a new line, two spaces in, with \"- \""));

    /// <summary>A question mark as YAML's sign of a key.</summary>
    public static Diagnostic QuestionMark(Place place) => Error("INC1029", place,
        new("内容不能以“? ”开头", "a value cannot begin with \"? \""),
        next: new("删去它；若问号是内容的一部分，给整段加引号", "delete it; if the question mark belongs to the value, quote the whole"));

    /// <summary>A quotation mark that is never closed.</summary>
    public static Diagnostic UnclosedQuote(Place place, char quote) => Error("INC1030", place,
        new($"从这里开始的引号 {quote} 没有收尾", $"the quotation mark {quote} that opens here is never closed"),
        next: new($"在内容末尾补上 {quote}", $"put {quote} at the end of the text"));

    /// <summary>A backslash in double quotes.</summary>
    public static Diagnostic BadEscape(Place place) => Error("INC1031", place,
        new("双引号里的“\\”有特殊含义，这里读不懂", "inside double quotes \"\\\" has a special meaning, and this one is not understood"),
        next: new("改用单引号，或删去“\\”", "use single quotes, or delete \"\\\""));

    /// <summary>A bracket that is never closed.</summary>
    public static Diagnostic UnclosedBracket(Place place, char open, char close) => Error("INC1032", place,
        new($"从这里开始的“{open}”没有收尾", $"\"{open}\" opens here and is never closed"),
        next: new($"在内容末尾补上“{close}”；文字里的括号要加引号", $"put \"{close}\" where it ends; quote a text that holds brackets"));

    /// <summary>A bracket of the other kind.</summary>
    public static Diagnostic WrongBracket(Place place, char found, Place opened, char open, char close) => Error("INC1033", place,
        new($"这里的“{found}”与{Zh(opened)}的“{open}”不成对", $"\"{found}\" does not close the \"{open}\" at {En(opened)}"),
        new($"{close}", $"{close}"),
        new("把两头的括号改成一对", "make the two brackets a pair"));

    /// <summary>A closing bracket without an opening one.</summary>
    public static Diagnostic SurplusBracket(Place place, char found) => Error("INC1034", place,
        new($"多了一个“{found}”", $"there is one \"{found}\" too many"),
        next: new("删去它，或在前面补上开头的括号", "delete it, or put the opening bracket before it"));

    /// <summary>A bracket inside an unquoted text in braces.</summary>
    public static Diagnostic BracketInText(Place place, char bracket) => Error("INC1035", place,
        new($"花括号或方括号里的文字不能直接含有“{bracket}”", $"inside brackets an unquoted text cannot hold \"{bracket}\""),
        next: new("给整段文字加引号，或单独占一行写“名称: 内容”", "quote the whole text, or give it a line of its own, \"name: value\""));

    /// <summary>A second colon in a text.</summary>
    public static Diagnostic ColonInText(Place place) => Error("INC1036", place,
        new("同一处出现了第二个冒号，程序分不清哪个是名称", "there is a second colon here, so that it is unclear which part is the name"),
        next: new("若冒号是文字的一部分，给整段加引号；若少了逗号或换行，补上", "if the colon belongs to the text, quote the whole; if a comma or a line end is missing, add it"));

    /// <summary>Lines of one block that do not begin in the same column.</summary>
    public static Diagnostic Indentation(Place place) => Error("INC1037", place,
        new("这一行的缩进与上下文对不齐", "this line is not indented like the lines around it"),
        next: new("同一层的各行左边对齐，下一层多缩进两个空格", "lines of one level begin in the same column, the next level two spaces further in"));

    /// <summary>Text behind a closing quote or bracket.</summary>
    public static Diagnostic TextAfterClosing(Place place, string rest) => Error("INC1038", place,
        new($"引号或括号已经收尾，后面又有“{rest}”", $"the quotation mark or bracket is closed, and \"{rest}\" follows"),
        next: new("把它放进引号或括号里，或删去；注释以“#”开头", "put it inside, or delete it; a comment begins with \"#\""));

    /// <summary>A line without a name.</summary>
    public static Diagnostic NotKeyAndValue(Place place, string line) => Error("INC1039", place,
        new($"“{line}”不是“名称: 内容”", $"\"{line}\" is not \"name: value\""),
        next: new("补上名称和英文冒号；若是上一行的延续，多缩进两格并给全文加引号", "write the name and a colon; if it continues the line above, indent it further and quote the whole"));

    /// <summary>A continuation line that looks like an item or a key of its own.</summary>
    public static Diagnostic JoinedToLineAbove(Place place, string line) => Error("INC1040", place,
        new($"“{line}”缩进太深，被接到了上一行文字的后面", $"\"{line}\" is indented too far and is joined to the text above"),
        next: new("与同一层的各行左边对齐", "begin it in the same column as the other lines of its level"));

    /// <summary>A line that begins with a percent sign.</summary>
    public static Diagnostic Directive(Place place) => Error("INC1041", place,
        new("行首的“%”读不懂", "\"%\" at the beginning of a line is not understood"),
        next: new("删去这一行；百分比写成 30%", "delete the line; write a percentage as 30%"));

    /// <summary>Two commas with nothing between.</summary>
    public static Diagnostic TwoCommas(Place place) => Error("INC1042", place,
        new("两个逗号之间没有内容", "there is nothing between two commas"),
        next: new("删去多余的逗号，或补上内容", "delete one comma, or write what is missing"));

    /// <summary>The sign of a text over several lines, with something else behind it.</summary>
    public static Diagnostic BlockTextSign(Place place, char sign) => Error("INC1043", place,
        new($"内容不能以“{sign}”开头", $"a value cannot begin with \"{sign}\""),
        next: new($"若“{sign}”是内容的一部分，给整段加引号", $"if \"{sign}\" belongs to the value, quote the whole"));

    /// <summary>Nested beyond any use.</summary>
    public static Diagnostic TooDeep(Place place, int deepest) => Error("INC1044", place,
        new($"嵌套超过 {deepest} 层", $"this is nested more than {deepest} levels deep"),
        next: new("检查括号和缩进；条款不需要这么多层", "check brackets and indentation; no clause needs so many levels"));

    /// <summary>Anything else that cannot be read.</summary>
    public static Diagnostic Unreadable(Place place, string line) => Error("INC1045", place,
        new($"这一行读不懂：“{line}”", $"this line cannot be read: \"{line}\""),
        new("“名称: 内容”，或“- ”开头的一项", "\"name: value\", or an item that begins with \"- \""),
        new("检查这一行和上一行的冒号、引号、括号与缩进", "check the colons, quotes, brackets and indentation of this line and the one above"));

    private static Diagnostic Error(string code, Place place, Phrase what, Phrase? expected = null, Phrase? next = null) =>
        new(code, Severity.Error, place, what, expected, next);

    private static Diagnostic Warning(string code, Place place, Phrase what, Phrase? expected = null, Phrase? next = null) =>
        new(code, Severity.Warning, place, what, expected, next);

    private static string Zh(Place place) => place.Line == 0 ? place.File : $"第 {Text(place.Line)} 行第 {Text(place.Column)} 列";

    private static string En(Place place) => place.Line == 0 ? place.File : $"line {Text(place.Line)}, column {Text(place.Column)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hex(char c) => ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static string Start(string text, char sign) => text.StartsWith(sign) ? text : sign + text;
}
