namespace LoonFlow.Domain.Tickets;

/// <summary>What a title made from a template needs to know.</summary>
/// <param name="Serial">The serial number; null while none was issued.</param>
/// <param name="Language">The language of captions in the title (a two-letter ISO 639-1 code).</param>
/// <param name="Zone">The zone of moments in the title.</param>
public sealed record TitleFacts(string? Serial, string Language, TimeZoneInfo Zone)
{
    public static readonly TitleFacts Plain = new(null, "zh", TimeZoneInfo.Utc);
}
