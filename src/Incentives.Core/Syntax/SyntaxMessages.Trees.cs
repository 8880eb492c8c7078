using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

internal static partial class SyntaxMessages
{
    /// <summary>The readings block is not a mapping.</summary>
    public static Diagnostic ReadingsNotABlock(Place place) => Error("INC1201", place,
        new("“readings:”下面应逐个写出口径", "\"readings:\" should be followed by one entry for each reading"),
        ReadingForm,
        new("每个口径缩进两格，写代号和冒号", "write each reading's name and a colon, two spaces in"));

    /// <summary>A declaration is not a mapping.</summary>
    public static Diagnostic ReadingNotABlock(Place place, string id) => Error("INC1202", place,
        new($"口径“{id}”下面应写明问题和默认选项", $"the reading \"{id}\" should state its question and its default"),
        ReadingForm,
        new("补上 question、default，以及由谁决定（decided-by）", "add question, default, and who decided (decided-by)"));

    /// <summary>An unknown field of a declaration.</summary>
    public static Diagnostic ReadingFieldUnknown(Place place, string field, string? nearest, IEnumerable<string> known) => Error("INC1203", place,
        new($"口径里没有“{field}”这一项", $"a reading has no field \"{field}\""),
        OneOf(known),
        DidYouMean(nearest, new("删去它；选项写在用到口径的地方", "delete it; options are written where the reading is used")));

    /// <summary>A field that should be a text.</summary>
    public static Diagnostic TextExpected(Place place, string field) => Error("INC1204", place,
        new($"“{field}”应是一段文字，这里却是列表或一组内容", $"\"{field}\" should be a text, and this is a list or a mapping"),
        next: new("写成一行文字；文字里有括号或冒号时加引号", "write it as one line of text; quote it if it holds brackets or colons"));

    /// <summary>A declaration without its question.</summary>
    public static Diagnostic ReadingWithoutQuestion(Place place, string id) => Error("INC1205", place,
        new($"口径“{id}”没有写明问题（question）", $"the reading \"{id}\" has no question"),
        ReadingForm,
        new("用一句话写出政策原文哪里有两种理解", "say in one sentence what the policy's text leaves open"));

    /// <summary>A declaration without a default.</summary>
    public static Diagnostic ReadingWithoutDefault(Place place, string id) => Error("INC1206", place,
        new($"口径“{id}”没有默认选项（default）", $"the reading \"{id}\" has no default"),
        ReadingForm,
        new("写明没有人另作选择时用哪个选项", "say which option holds where nobody chooses another"));

    /// <summary>The reading of a choice is not a name.</summary>
    public static Diagnostic ReadingNotAName(Place place) => Error("INC1207", place,
        new("“reading:”后面应是一个口径的代号", "\"reading:\" should be followed by the name of a reading"),
        next: new("写 readings 里声明过的代号", "write a name that is declared under readings"));

    /// <summary>A choice of a reading that is not declared.</summary>
    public static Diagnostic ReadingNotDeclared(Place place, string id, string? nearest) => Error("INC1208", place,
        new($"口径“{id}”没有声明", $"the reading \"{id}\" is not declared"),
        ReadingForm,
        DidYouMean(nearest, new($"在文件的“readings:”下面声明“{id}”", $"declare \"{id}\" under \"readings:\" in the file")));

    /// <summary>A choice without options.</summary>
    public static Diagnostic ReadingWithoutOptions(Place place, string id) => Error("INC1209", place,
        new($"这里用了口径“{id}”，却没有写各个选项", $"the reading \"{id}\" is used here without any options"),
        next: new("在 reading 旁边逐个写“选项: 内容”；某个选项下没有内容时写 none", "write \"option: content\" for each option beside reading, and none where an option means nothing"));

    /// <summary>A choice with one option.</summary>
    public static Diagnostic ReadingWithOneOption(Place place, string id, string option) => Warning("INC1210", place,
        new($"口径“{id}”在这里只有一个选项“{option}”，无从选择", $"the reading \"{id}\" has only the option \"{option}\" here, which leaves no choice"),
        next: new("补上其他选项；某个选项下没有内容时写 none", "add the other options, and write none where an option means nothing"));

    /// <summary>Two uses with different options.</summary>
    public static Diagnostic ReadingOptionsDiffer(Place place, string id, IEnumerable<string> here, IEnumerable<string> first, Place firstPlace) => Error("INC1211", place,
        new($"口径“{id}”在这里的选项是 {Zh(here)}，而在{Zh(firstPlace)}是 {Zh(first)}", $"the reading \"{id}\" has the options {En(here)} here and {En(first)} at {En(firstPlace)}"),
        OneOf(first),
        new("两处写同样的选项；某处没有内容的选项写 none", "write the same options in both places, and none where an option means nothing"));

    /// <summary>A default that is no option.</summary>
    public static Diagnostic DefaultIsNoOption(Place place, string id, string option, string? nearest, IEnumerable<string> options) => Error("INC1212", place,
        new($"口径“{id}”的默认选项“{option}”不在各选项之中", $"the default \"{option}\" of the reading \"{id}\" is none of its options"),
        OneOf(options),
        DidYouMean(nearest, new("改成其中一个选项", "choose one of the options")));

    /// <summary>A reading chosen for the run that the scheme does not have.</summary>
    public static Diagnostic ChosenReadingUnknown(Place place, string id, string? nearest, IReadOnlyCollection<string> known) => Error("INC1213", place,
        new($"选定了口径“{id}”，但办法里没有这个口径", $"the reading \"{id}\" was chosen, and the scheme has no such reading"),
        known.Count == 0 ? null : OneOf(known),
        DidYouMean(nearest, new($"检查 --reading {id}=… 的写法，或去掉它", $"check --reading {id}=…, or leave it out")));

    /// <summary>An option chosen for the run that the reading does not have.</summary>
    public static Diagnostic ChosenOptionUnknown(Place place, string id, string option, string? nearest, IEnumerable<string> options) => Error("INC1214", place,
        new($"口径“{id}”没有选定的“{option}”这个选项", $"the reading \"{id}\" has no option \"{option}\", which was chosen"),
        OneOf(options),
        DidYouMean(nearest, new($"检查 --reading {id}={option} 的写法", $"check --reading {id}={option}")));

    /// <summary>A reading that nothing uses.</summary>
    public static Diagnostic ReadingUnused(Place place, string id) => Warning("INC1215", place,
        new($"口径“{id}”声明了，却没有一处用到", $"the reading \"{id}\" is declared and never used"),
        next: new($"在有两种理解的地方写 reading: {id}，或删去这个声明", $"write reading: {id} where the text can be understood in two ways, or delete the declaration"));

    /// <summary>An unknown field of an overlay.</summary>
    public static Diagnostic OverlayFieldUnknown(Place place, string field, string? nearest, IEnumerable<string> known) => Error("INC1221", place,
        new($"调整方案里没有“{field}”这一项", $"an overlay has no field \"{field}\""),
        OneOf(known),
        DidYouMean(nearest, new("要改的内容写在“change:”下面", "write what is to change under \"change:\"")));

    /// <summary>An overlay that names no scheme.</summary>
    public static Diagnostic OverlayWithoutBase(Place place, string scheme) => Error("INC1222", place,
        new("调整方案没有写明针对哪个办法（base）", "the overlay does not say which scheme it changes (base)"),
        new($"base: {scheme}", $"base: {scheme}"),
        new("补上 base 和办法的代号", "add base and the scheme's name"));

    /// <summary>An overlay for another scheme.</summary>
    public static Diagnostic OverlayOfAnotherScheme(Place place, string named, string scheme) => Error("INC1223", place,
        new($"调整方案针对的是“{named}”，而这个办法是“{scheme}”", $"the overlay changes \"{named}\", and this scheme is \"{scheme}\""),
        new($"base: {scheme}", $"base: {scheme}"),
        new("改正 base，或换用对应的办法文件", "correct base, or use the scheme it was written for"));

    /// <summary>change is not a mapping.</summary>
    public static Diagnostic OverlayChangeNotABlock(Place place) => Error("INC1224", place,
        new("“change:”下面应逐条写“路径: 新内容”", "\"change:\" should be followed by lines \"path: new content\""),
        new("clauses/条款代号/pay/up-to: 40万元", "clauses/clause-id/pay/up-to: 40万元"),
        new("每条改动单独一行，缩进两格", "give each change a line of its own, two spaces in"));

    /// <summary>An overlay without changes.</summary>
    public static Diagnostic OverlayChangesNothing(Place place) => Warning("INC1225", place,
        new("调整方案没有作任何改动", "the overlay changes nothing"),
        next: new("在“change:”下面写要改的路径，或在“remove:”里写要删去的路径", "write what to change under \"change:\", or what to delete under \"remove:\""));

    /// <summary>A path with nothing between two slashes.</summary>
    public static Diagnostic PathHasEmptyStep(Place place, string path) => Error("INC1226", place,
        new($"路径“{path}”里有一段是空的", $"the path \"{path}\" has an empty part"),
        new("clauses/条款代号/pay/up-to", "clauses/clause-id/pay/up-to"),
        new("删去多余的“/”", "delete the surplus \"/\""));

    /// <summary>A path that leads nowhere.</summary>
    public static Diagnostic PathNotFound(Place place, string path, string parent, string step, string? nearest, IReadOnlyCollection<string> known) => Error("INC1227", place,
        new($"路径“{path}”走不通：{(parent.Length == 0 ? "办法里" : $"“{parent}”下面")}没有“{step}”", $"the path \"{path}\" leads nowhere: {(parent.Length == 0 ? "the scheme" : $"\"{parent}\"")} has no \"{step}\""),
        known.Count == 0 ? null : OneOf(known),
        DidYouMean(nearest, new("对照办法文件检查路径的每一段", "check each part of the path against the scheme's file")));

    /// <summary>A path that goes on below a text.</summary>
    public static Diagnostic PathLeadsIntoText(Place place, string path, string parent, string text) => Error("INC1228", place,
        new($"路径“{path}”走不通：“{parent}”是“{text}”，下面没有内容", $"the path \"{path}\" leads nowhere: \"{parent}\" is \"{text}\" and has no parts"),
        next: new($"路径只写到“{parent}”，把新内容整个写在后面", $"end the path at \"{parent}\" and write its whole new content"));

    private static readonly Phrase ReadingForm = new("readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}", "readings: {name: {question: text, default: option, decided-by: who}}");

    private static Phrase OneOf(IEnumerable<string> names) => new(Zh(names), En(names));

    private static Phrase DidYouMean(string? nearest, Phrase otherwise) => nearest is null ? otherwise : new($"是不是“{nearest}”？", $"did you mean \"{nearest}\"?");

    private static string Zh(IEnumerable<string> names) => string.Join('、', Shown(names, "等"));

    private static string En(IEnumerable<string> names) => string.Join(", ", Shown(names, "and more"));

    private static string[] Shown(IEnumerable<string> names, string more)
    {
        string[] all = [.. names];
        return all.Length <= 12 ? all : [.. all[..12], more];
    }
}
