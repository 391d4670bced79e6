using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Events;

/// <summary>Why the change feed cannot go on from where a reader is. Codes are stable.</summary>
public static class EventRefusals
{
    public static readonly Refusal CursorExpired = new(
        RefusalKind.Conflict,
        "events.cursor_expired",
        "Events after this cursor are not kept any more: read the tickets anew, then go on with after=latest, taken before.");

    public static readonly Refusal CursorUnknown =
        new(RefusalKind.Invalid, "events.cursor_unknown", "This feed has not come to this cursor yet; it belongs to another installation, or the database was restored.");
}
