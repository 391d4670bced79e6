using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoonFlow.Web.Data.Json;

/// <summary>Writes a time zone as its IANA name. One that this machine does not know reads as UTC: better other hours than no start.</summary>
public sealed class TimeZoneConverter : JsonConverter<TimeZoneInfo>
{
    public override TimeZoneInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(reader.GetString() ?? string.Empty, out var zone) ? zone : TimeZoneInfo.Utc;

    public override void Write(Utf8JsonWriter writer, TimeZoneInfo value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
