using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Incentives.Tests.Conventions;

/// <summary>No floating point in the library: neither in a signature or field, nor in a local, nor passed through in the middle of an expression.</summary>
public sealed class FloatingPointTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // Excel keeps numbers as doubles; this one file turns them into decimal text, before anything is money.
    private static readonly string[] Allowed = ["Incentives.Core.Rosters.SheetCell"];

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    [Fact]
    public void The_library_has_none() => Findings(typeof(Core.Numbers.Money).Assembly.GetTypes()).Should().BeEmpty();

    [Theory]
    [InlineData(nameof(Offenders.Returned))]
    [InlineData(nameof(Offenders.Local))]
    [InlineData(nameof(Offenders.InPassing))]
    [InlineData(nameof(Offenders.InAGeneric))]
    public void The_scan_sees_it(string method) => Findings([typeof(Offenders)]).Should().Contain(f => f.Contains($".{method}:"));

    private static List<string> Findings(IEnumerable<Type> types)
    {
        List<string> findings = [];
        foreach (Type type in types.Where(t => !IsExempt(t)))
        {
            findings.AddRange(type.GetFields(Everything).Where(f => Floats(f.FieldType)).Select(f => $"{type.FullName}.{f.Name}: field"));
            foreach (MethodBase method in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)))
                findings.AddRange(Findings(method).Distinct().Select(what => $"{type.FullName}.{method.Name}: {what}"));
        }

        return findings;
    }

    private static IEnumerable<string> Findings(MethodBase method)
    {
        if (method is MethodInfo { ReturnType: var returned } && Floats(returned)) yield return "return type";
        foreach (ParameterInfo parameter in method.GetParameters().Where(p => Floats(p.ParameterType))) yield return $"parameter {parameter.Name}";
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (LocalVariableInfo local in body.LocalVariables.Where(l => Floats(l.LocalType))) yield return $"local {local.LocalIndex}";
        foreach (string what in Instructions(method, body.GetILAsByteArray()!)) yield return what;
    }

    // Conversions and constants of floating point, and calls that take or give one.
    private static IEnumerable<string> Instructions(MethodBase method, byte[] code)
    {
        for (int at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE) value = unchecked((short)(0xFE00 | code[at++]));
            OpCode operation = OpCodes[value];
            if (operation.Name!.Contains(".r4", StringComparison.Ordinal) || operation.Name.Contains(".r8", StringComparison.Ordinal) || operation.Name == "conv.r.un") yield return operation.Name;
            if (operation.OperandType == OperandType.InlineMethod && Callee(method, BitConverter.ToInt32(code, at)) is { } called && Touches(called)) yield return $"{called.DeclaringType?.Name}.{called.Name}";
            at += Size(operation.OperandType, code, at);
        }
    }

    private static bool Touches(MethodBase called) => (called is MethodInfo { ReturnType: var returned } && Floats(returned)) || called.GetParameters().Any(p => Floats(p.ParameterType));

    private static MethodBase? Callee(MethodBase method, int token)
    {
        Type[] none = [];
        return method.Module.ResolveMethod(token, method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : none, method.IsGenericMethod ? method.GetGenericArguments() : none);
    }

    private static int Size(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static bool Floats(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(Half)
        || (type.HasElementType && Floats(type.GetElementType()!)) || (type.IsGenericType && type.GetGenericArguments().Any(Floats));

    private static bool IsExempt(Type type)
    {
        for (Type? at = type; at is not null; at = at.DeclaringType)
        {
            if (Allowed.Contains(at.FullName) || at.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))) return true;
        }

        return false;
    }

    private static class Offenders
    {
        public static double Returned() => 0;

        [MethodImpl(MethodImplOptions.NoOptimization)]
        public static long Local(long x)
        {
            double half = x;
            half /= 2;
            return (long)half;
        }

        public static long InPassing(long x) => (long)(x * 0.3);

        public static int InAGeneric(List<double> list) => list.Count;
    }
}
