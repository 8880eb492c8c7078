using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Incentives.Core.Compilation;

/// <summary>Writes the JSON Schema of rule files from the same <see cref="Shapes"/> that the compiler reads by.</summary>
internal static class SchemaWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as JSON text.</summary>
    public static string Write()
    {
        Dictionary<string, Shape> shapes = [];
        Shape[] files = [Shapes.Scheme, Shapes.Vocabulary, Shapes.Overlay, Shapes.TestFile, Shapes.Targets];
        foreach (Shape shape in (Shape[])[.. files, Shapes.Nested, Shapes.Conditions]) Collect(shape, shapes);
        JsonObject definitions = [];
        foreach ((string id, Shape shape) in shapes.OrderBy(s => s.Key, StringComparer.Ordinal)) definitions[id] = Definition(shape);
        JsonObject root = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Incentives",
            ["type"] = "object",
            ["oneOf"] = new JsonArray([.. files.Select(f => (JsonNode)Reference(f.Id))]),
            ["definitions"] = definitions,
        };
        return root.ToJsonString(Indented) + "\n";
    }

    private static void Collect(Shape shape, Dictionary<string, Shape> shapes)
    {
        if (!shapes.TryAdd(shape.Id, shape)) return;
        foreach (Field field in shape.OpenKeys is { } open ? [.. shape.Fields, open] : shape.Fields)
        {
            if (field.Shape?.Invoke() is { } inner) Collect(inner, shapes);
            if (field.Or?.Invoke() is { } other) Collect(other, shapes);
        }
    }

    private static JsonObject Definition(Shape shape)
    {
        JsonObject properties = [];
        foreach (Field field in shape.Fields) properties[field.Name] = Property(field);
        JsonObject definition = new() { ["type"] = "object", ["description"] = $"{shape.Name.Zh} / {shape.Name.En}", ["properties"] = properties };
        definition["additionalProperties"] = shape.OpenKeys is { } open ? Property(open) : shape.Id is "pay" or "amount" or "column" ? true : false;
        JsonArray required = new([.. shape.Fields.Where(f => f.IsRequired).Select(f => (JsonNode)f.Name)]);
        if (required.Count > 0) definition["required"] = required;
        return definition;
    }

    private static JsonObject Property(Field field)
    {
        JsonObject property = Type(field);
        property["description"] = $"{field.Words.Zh} / {field.Words.En}";
        return property;
    }

    private static JsonObject Type(Field field)
    {
        JsonObject? inner = field.Shape?.Invoke() is { } shape ? Reference(shape.Id) : null;
        switch (field.Type)
        {
            case FieldType.Choice: return AnyOf(Words(field.Choices!), Reading());
            case FieldType.Map when inner is not null: return AnyOf(inner, Reading(), new JsonObject { ["type"] = "string" });
            case FieldType.List when inner is not null: return AnyOf(ListOf(inner), inner.DeepClone(), Reading());
            case FieldType.MapOrList when inner is not null: return AnyOf(inner, ListOf(inner.DeepClone()), Reading(), new JsonObject { ["type"] = "string" });
            case FieldType.Tests: return AnyOf(Reference(Shapes.Conditions.Id), ListOf(Reference(Shapes.Conditions.Id)), Reading());
            case FieldType.Amount: return AnyOf([.. Suggested(field), Scalar(), Reference(Shapes.Nested.Id), ListOf(new JsonObject())]);
            case FieldType.Text when field.Suggest is null: return Scalar();
            case FieldType.Date or FieldType.Period or FieldType.Flag: return Scalar();
            case FieldType.Text: return AnyOf([.. Suggested(field), Scalar(), Reading()]);
            case FieldType.Names or FieldType.Test when field.Suggest is not null: return AnyOf([.. Suggested(field), Scalar(), ListOf(AnyOf([.. Suggested(field), new JsonObject()])), new JsonObject { ["type"] = "object" }]);
            case FieldType.Names or FieldType.Test: return [];
            default:
                JsonObject? other = field.Or?.Invoke() is { } or ? Reference(or.Id) : null;
                return inner is null ? [] : AnyOf([inner, .. Suggested(field), .. other is null ? (JsonNode[])[] : [other], new JsonObject()]);
        }
    }

    private static IEnumerable<JsonNode> Suggested(Field field) => field.Suggest is { } words ? [Words(words)] : [];

    private static JsonObject Words(IReadOnlyList<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };

    private static JsonObject AnyOf(params JsonNode[] any) => new() { ["anyOf"] = new JsonArray(any) };

    private static JsonObject ListOf(JsonNode item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean", "null") };

    private static JsonObject Reading() => new() { ["type"] = "object", ["required"] = new JsonArray("reading") };

    private static JsonObject Reference(string id) => new() { ["$ref"] = $"#/definitions/{id}" };
}
