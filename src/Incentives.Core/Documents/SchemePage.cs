using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>A scheme as a page that a lawyer can read against the policy: the same order, the same words, every key of the file put into a sentence.</summary>
internal sealed class SchemePage
{
    private readonly Telling _telling;
    private readonly MapNode _root;
    private readonly NameWords _names;
    private readonly ConditionWords _conditions;
    private readonly AmountWords _amounts;
    private readonly RuleWords _rules;
    private readonly PaymentWords _payments;
    private readonly List<Block> _blocks = [];

    private SchemePage(MapNode root, IEnumerable<MapNode> vocabularies, Language language)
    {
        _root = root;
        _telling = new Telling(language);
        _names = new NameWords(_telling, root, vocabularies);
        _conditions = new ConditionWords(_telling, _names);
        _amounts = new AmountWords(_telling, _names, _conditions);
        _rules = new RuleWords(_telling, _names, _conditions, _amounts);
        _payments = new PaymentWords(_telling, _names, _conditions, _amounts);
    }

    /// <summary>The page of a scheme's file.</summary>
    /// <param name="root">Its content, overlays laid over.</param>
    /// <param name="vocabularies">The vocabularies it uses.</param>
    /// <param name="language">The language of the page; names stay as the file writes them.</param>
    public static Page Of(MapNode root, IEnumerable<MapNode> vocabularies, Language language) => new SchemePage(root, vocabularies, language).Write();

    private Page Write()
    {
        string id = _telling.Text(_root, "scheme"), title = _telling.Text(_root, "title");
        _blocks.Add(new Heading(1, title));
        Facts(id);
        ContextSections context = new(_telling, _names, _amounts, _blocks);
        context.Readings(_root);
        Exclusions();
        Head("条款", "Clauses");
        foreach ((int i, MapNode clause) in NameWords.Maps(_telling.Take(_root, "clauses")).Index()) Clause(clause, i + 1);
        Whole();
        context.Names(_root);
        (string Path, Node Value)[] left = [.. _telling.Untold(_root)];
        if (left.Length > 0)
        {
            Head("没有写成文字的内容", "Not put into words");
            _blocks.Add(new Bullets([.. left.Select(l => new Bullet(l.Path, NodeText.Describe(l.Value)))]));
        }

        return new Page(id, title, _blocks);
    }

    private void Facts(string id)
    {
        Items(
        [
            ("标识", "Id", id), ("发布机关", "Issuer", Text("issuer")), ("文号", "Document number", Text("document")), ("发布日期", "Published", Text("published")),
            ("有效期", "In force", _conditions.Days(Text("effective"))), ("状态", "Status", Status(Text("status"))), ("所属政策", "Policy", Text("policy")),
            ("选择版本的日期", "Version by the date in", Text("version-by") is { Length: > 0 } by ? _names.Column(by) : ""),
            ("替代的办法", "Supersedes", _telling.And(Telling.Texts(_telling.Take(_root, "supersedes")))), ("引用的词汇表", "Vocabularies", _telling.And(Telling.Texts(_telling.Take(_root, "uses")))),
            ("取整", "Rounding", _telling.Take(_root, "round") is { } round ? _amounts.Round(round) : ""),
            ("说明", "Note", Text("note")),
        ]);
    }

    private void Exclusions()
    {
        MapNode[] exclusions = [.. NameWords.Maps(_telling.Take(_root, "exclude"))];
        if (exclusions.Length == 0) return;
        Head("不予奖补或暂缓的情形", "Who is out, or waits");
        _blocks.Add(new Bullets([.. exclusions.Select(e => new Bullet("", Exclusion(e)))]));
        _blocks.AddRange(_amounts.Tables());
    }

    private string Exclusion(MapNode map)
    {
        string whom = _telling.Take(map, "when") is { } when ? _conditions.Of(when)
            : _telling.Take(map, "unless") is { } unless ? Unless(_conditions.Of(unless))
            : Listed(map);
        string outcome = _telling.Text(map, "outcome") switch
        {
            "held" => _telling.Say("暂缓发放，金额保留", "waits, its amount reserved"),
            "rejected" => _telling.Say("退回，不予奖补", "rejected, nothing is granted"),
            _ => _telling.Say("不予奖补", "nothing is granted"),
        };
        string reason = _telling.Text(map, "reason"), cite = _telling.Text(map, "cite");
        return _telling.Comma(
        [
            _telling.Say($"{whom}的，{outcome}", $"{whom}: {outcome}"),
            reason.Length == 0 ? "" : _telling.Say($"说明：{reason}", $"in words: {reason}"),
            _telling.Take(map, "among") is { } among ? _telling.Say("涉及：", "among: ") + _names.Concerned(among) : "",
            cite.Length == 0 ? "" : _telling.Say($"依据：{cite}", $"article: {cite}"),
        ]);
    }

    private string Unless(string condition) => _telling.Say($"不符合“{condition}”", $"unless {condition}");

    private string Listed(MapNode map)
    {
        string lists = _telling.And(Telling.Texts(_telling.Take(map, "listed"))), by = _telling.Text(map, "by"), date = _telling.Text(map, "as-of");
        string who = by is "" or "recipient" ? _telling.Say("奖补对象", "the recipient") : _names.Column(by), when = date.Length == 0 ? "" : _telling.Say($"（以“{_names.Column(date)}”为准）", $" (on the date in '{_names.Column(date)}')");
        return _telling.Say($"{who}列入名单“{lists}”{when}", $"{who} stands in the list '{lists}'{when}");
    }

    private void Clause(MapNode clause, int number)
    {
        string id = _telling.Text(clause, "id"), cite = _telling.Text(clause, "cite");
        _blocks.Add(new Heading(3, $"{number}. {(cite.Length == 0 ? id : _telling.Say($"{cite}（{id}）", $"{cite} ({id})"))}"));
        Items(
        [
            ("适用", "Applies to", _telling.Take(clause, "when") is { } when ? _conditions.Of(when) : ""),
            ("金额", "Grants", _telling.Take(clause, "pay") is { } pay ? _amounts.Pay(pay) : ""),
            ("收款人", "Paid to", _telling.Text(clause, "payee") is { Length: > 0 } payee ? _names.Column(payee) : ""),
            ("支付形式", "Paid as", _telling.Text(clause, "as")),
            .. Relations(clause),
            ("主管部门", "Department", _telling.Text(clause, "department")),
            ("说明", "Note", _telling.Text(clause, "note")),
        ]);
        _blocks.AddRange(_amounts.Tables());
    }

    // Relations of the whole scheme, and what does not go to any row.
    private void Whole()
    {
        (string, string, string)[] relations = [.. Relations(_root)];
        string totals = _names.Columns(_telling.Take(_root, "totals"));
        MapNode[] earmarks = [.. NameWords.Maps(_telling.Take(_root, "earmarks"))];
        if (relations.Length == 0 && totals.Length == 0 && earmarks.Length == 0) return;
        Head("适用于整个办法的规定", "Rules of the whole scheme");
        Items([.. relations, ("另做汇总", "Totals also by", totals)]);
        if (earmarks.Length > 0)
        {
            _blocks.Add(new Grid(
                _telling.Say("不发给任何一行的预算", "Budget lines that are paid to no row"),
                [_telling.Say("项目", "item"), _telling.Say("金额", "amount"), _telling.Say("周期", "how often"), _telling.Say("用途", "for"), _telling.Say("依据", "article")],
                [.. earmarks.Select(e => new[]
                {
                    _telling.Text(e, "id"), _telling.Take(e, "amount") is { } amount ? _amounts.Amount(amount) : "",
                    _telling.Text(e, "every") is "year" ? _telling.Say("每年", "yearly") : _telling.Say("一次", "once"), _telling.Text(e, "for"), _telling.Text(e, "cite"),
                })]));
        }

        _blocks.AddRange(_amounts.Tables());
    }

    private IEnumerable<(string Zh, string En, string Text)> Relations(MapNode map)
    {
        foreach (Node node in Each(_telling.Take(map, "recur"))) yield return ("以往获得", "Earlier grants", _rules.Recur(node));
        foreach (Node node in Each(_telling.Take(map, "share"))) yield return ("共同获奖", "Joint winners", _rules.Share(node));
        foreach (Node node in Each(_telling.Take(map, "overlap"))) yield return ("重叠", "Overlap", _rules.Overlap(node));
        foreach (Node node in Each(_telling.Take(map, "limit"))) yield return ("限额", "Limit", _rules.Limit(node));
        if (_telling.Take(map, "fund") is { } fund) yield return ("资金分担", "Funds", _payments.Fund(fund));
        if (_telling.Take(map, "instalments") is { } instalments) yield return ("分期", "Instalments", _payments.Instalments(instalments));
        if (_telling.Take(map, "earmark") is { } earmark) yield return ("奖金用途", "To be spent", _payments.Earmark(earmark));
    }

    private static IEnumerable<Node> Each(Node? node) => node switch
    {
        null => [],
        ListNode list => list.Items,
        _ => [node],
    };

    private void Head(string zh, string en) => _blocks.Add(new Heading(2, _telling.Say(zh, en)));

    private void Items((string Zh, string En, string Text)[] items)
    {
        Bullet[] all = [.. items.Where(i => i.Text.Length > 0).Select(i => new Bullet(_telling.Say(i.Zh + "：", i.En + ":"), i.Text))];
        if (all.Length > 0) _blocks.Add(new Bullets(all));
    }

    private string Text(string key) => _telling.Text(_root, key);

    private string Status(string status) => status switch
    {
        "in-force" => _telling.Say("现行有效", "in force"),
        "consultation" => _telling.Say("征求意见稿", "for consultation"),
        "superseded" => _telling.Say("已被替代", "superseded"),
        "expired" => _telling.Say("已到期", "expired"),
        "excerpt" => _telling.Say("节选，原文不全", "an excerpt"),
        "reprint" => _telling.Say("转载", "a reprint"),
        _ => status,
    };
}
