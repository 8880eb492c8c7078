using System.Text;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Arithmetic written in one text: <c>10% of 固定资产投资</c>, <c>(产值 - 上年产值) / 上年产值</c>. Operators have a space on both sides.</summary>
internal sealed class ExpressionParser
{
    private readonly Scope _scope;
    private readonly ScalarNode _source;
    private readonly List<string> _tokens;
    private int _at;
    private bool _failed;

    private ExpressionParser(Scope scope, ScalarNode source)
    {
        _scope = scope;
        _source = source;
        _tokens = Tokens(source.Text);
    }

    /// <summary>The expression a text means, or null after reporting a mistake.</summary>
    public static Expr? Parse(Scope scope, ScalarNode source)
    {
        if (source.IsQuoted || Tokens(source.Text).Count <= 1) return Operand(scope, source.Text, source);
        ExpressionParser parser = new(scope, source);
        Expr? expr = parser.Sum();
        if (expr is not null && parser._at < parser._tokens.Count) parser.Fail();
        return parser._failed ? null : expr;
    }

    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        StringBuilder word = new();
        void Flush()
        {
            if (word.Length == 0) return;
            tokens.Add(word.ToString());
            word.Clear();
        }

        foreach (char c in Fold.Width(text))
        {
            if (c is '(' or ')')
            {
                Flush();
                tokens.Add(c.ToString());
            }
            else if (char.IsWhiteSpace(c))
            {
                Flush();
            }
            else
            {
                word.Append(c);
            }
        }

        Flush();
        // "300 万元" is one amount, not two words.
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            if (char.IsAsciiDigit(tokens[i][0]) && MoneyText.TryParse(tokens[i] + tokens[i + 1], out _) && !MoneyText.TryParse(tokens[i + 1], out _))
            {
                tokens[i] += tokens[i + 1];
                tokens.RemoveAt(i + 1);
            }
        }

        return tokens;
    }

    private Expr? Sum()
    {
        Expr? left = Product();
        while (left is not null && Peek is "+" or "-")
        {
            Operator op = Next() == "+" ? Operator.Add : Operator.Subtract;
            left = Join(op, left, Product());
        }

        return left;
    }

    private Expr? Product()
    {
        Expr? left = Factor();
        while (left is not null && Peek is "*" or "/" or "of")
        {
            Operator op = Next() == "/" ? Operator.Divide : Operator.Multiply;
            left = Join(op, left, Factor());
        }

        return left;
    }

    private Expr? Factor()
    {
        if (Peek is null or ")" or "+" or "-" or "*" or "/" or "of") return Fail();
        if (Peek != "(")
        {
            Expr? operand = Operand(_scope, Next(), _source);
            _failed |= operand is null;
            return operand;
        }

        Next();
        Expr? inner = Sum();
        if (inner is null) return null;
        if (Peek != ")") return Fail();
        Next();
        return inner;
    }

    private string? Peek => _at < _tokens.Count ? _tokens[_at] : null;

    private string Next() => _tokens[_at++];

    private Expr? Fail()
    {
        if (!_failed) _scope.Report(RuleMessages.BadExpression(_source.Place, _source.Text, Peek ?? "…"));
        _failed = true;
        return null;
    }

    private BinaryExpr? Join(Operator op, Expr left, Expr? right)
    {
        if (right is null) return null;
        // A bare 0, and an unpublished amount beside another, are of the kind that stands beside them.
        bool isSum = op is Operator.Add or Operator.Subtract;
        Expr a = isSum || left is ConstantExpr ? AmountCompiler.As(left, right.Kind) : left, b = isSum || right is ConstantExpr ? AmountCompiler.As(right, left.Kind) : right;
        ValueKind? kind = (op, Plain(a.Kind), Plain(b.Kind)) switch
        {
            (Operator.Add or Operator.Subtract, ValueKind.Money, ValueKind.Money) => ValueKind.Money,
            (_, ValueKind.Number, ValueKind.Number) => ValueKind.Number,
            (Operator.Multiply, ValueKind.Money, ValueKind.Number) => ValueKind.Money,
            (Operator.Multiply, ValueKind.Number, ValueKind.Money) => ValueKind.Money,
            (Operator.Divide, ValueKind.Money, ValueKind.Number) => ValueKind.Money,
            (Operator.Divide, ValueKind.Money, ValueKind.Money) => ValueKind.Number,
            _ => null,
        };
        if (kind is { } fits) return new BinaryExpr(op, a, b, fits);
        _scope.Report(RuleMessages.BadOperation(_source.Place, _source.Text, left.Kind.Words(), right.Kind.Words()));
        _failed = true;
        return null;
    }

    // Years are counted with like numbers.
    private static ValueKind Plain(ValueKind kind) => kind == ValueKind.Year ? ValueKind.Number : kind;

    private static Expr? Operand(Scope scope, string text, ScalarNode source)
    {
        if (!source.IsQuoted)
        {
            if (text.StartsWith('$'))
                return scope.Setting(text[1..], source.Place) is { } setting ? SettingValue(scope, setting, source) : null;
            if (scope.Columns.Find(scope.SchemeId, text) is { } column) return new ColumnExpr(column);
        }

        if (MoneyText.TryParse(text, out Rational fen)) return new ConstantExpr(ValueKind.Money, fen, text);
        if (ValueReader.Number(text) is { } number) return new ConstantExpr(ValueKind.Number, number, text);
        // A quoted text that is no number is a name: a derived column may give classes.
        if (source.IsQuoted) return new ConstantExpr(ValueKind.Text, scope.Batch.Symbols.Intern(NameNormalizer.Normalize(text)), text);
        bool looksLikeNumber = text.Length > 0 && (char.IsAsciiDigit(Fold.Width(text)[0]) || Fold.Width(text)[0] is '-' or '.' or 'l' or 'O' or '。');
        if (looksLikeNumber) scope.Report(MoneyText.Explain(text, source.Place));
        else scope.Report(RuleMessages.UnknownColumn(source.Place, text, Suggestion.Nearest(text, scope.Columns.Names(scope.SchemeId))));
        return null;
    }

    private static Expr? SettingValue(Scope scope, ScalarNode setting, ScalarNode source)
    {
        if (setting is { IsQuoted: false, Text: "unpublished" }) return new UnpublishedExpr(ValueKind.Money);
        return Parse(scope, setting with { Place = source.Place });
    }
}
