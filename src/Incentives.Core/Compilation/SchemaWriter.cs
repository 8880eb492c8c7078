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
        foreach (Shape file in files) Collect(file, shapes);
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
        JsonNode? inner = field.Shape?.Invoke() is { } shape ? Reference(shape.Id) : null;
        JsonArray scalar = new("string", "number", "boolean", "null");
        return field.Type switch
        {
            FieldType.Choice => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray([.. field.Choices!.Select(c => (JsonNode)c)]) }, Reading()) },
            FieldType.Map when inner is not null => new JsonObject { ["anyOf"] = new JsonArray(inner, Reading(), new JsonObject { ["type"] = "string" }) },
            FieldType.List when inner is not null => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["items"] = inner }, Reading()) },
            FieldType.MapOrList when inner is not null => new JsonObject { ["anyOf"] = new JsonArray(inner, new JsonObject { ["type"] = "array", ["items"] = inner.DeepClone() }, Reading()) },
            FieldType.Any when inner is not null => new JsonObject { ["anyOf"] = new JsonArray(inner, new JsonObject()) },
            FieldType.Text or FieldType.Date or FieldType.Period or FieldType.Flag => new JsonObject { ["type"] = scalar },
            _ => [],
        };
    }

    private static JsonObject Reading() => new() { ["type"] = "object", ["required"] = new JsonArray("reading") };

    private static JsonObject Reference(string id) => new() { ["$ref"] = $"#/definitions/{id}" };
}
