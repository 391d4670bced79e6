using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoonFlow.Web.Data.Json;

/// <summary>Writes an id (a struct around one number) as that number.</summary>
public sealed class NumberIdConverters : JsonConverterFactory
{
    public static bool IsNumberId(Type type) =>
        type is { IsValueType: true, Namespace: { } space }
        && space.StartsWith("LoonFlow.Domain", StringComparison.Ordinal)
        && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetProperty("Value")?.PropertyType == typeof(long);

    public override bool CanConvert(Type typeToConvert) => IsNumberId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct
    {
        private static readonly ConstructorInfo Constructor = typeof(TId).GetConstructor([typeof(long)])!;
        private static readonly PropertyInfo Value = typeof(TId).GetProperty("Value")!;

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (TId)Constructor.Invoke([reader.GetInt64()]);

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((long)Value.GetValue(value)!);
    }
}
