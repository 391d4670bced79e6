using System.Globalization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Settings.Deliveries;

public enum DeliveryStand
{
    /// <summary>Given up; nothing happens until somebody says so.</summary>
    Failed,

    /// <summary>Will be tried again.</summary>
    Waiting,
}

/// <summary>Which deliveries the list shows. It stands in the address; whatever there makes no sense is as if not given.</summary>
public sealed record DeliveryFilter
{
    public const int PageSize = 25;

    public DeliveryStand? Stand { get; init; }

    public string? Listener { get; init; }

    /// <summary>A ticket's serial, or its number.</summary>
    public string? Ticket { get; init; }

    public int Page { get; init; } = 1;

    public bool IsNarrowed => Stand is not null || Listener is not null || Ticket is not null;

    public static DeliveryFilter Parse(string? stand, string? listener, string? ticket, string? page) => new()
    {
        Stand = Enum.GetValues<DeliveryStand>().Cast<DeliveryStand?>().FirstOrDefault(known => WordOf(known!.Value) == stand),
        Listener = TextOf(listener, OutboxMessage.MaxListenerLength),
        Ticket = TextOf(ticket, Domain.Tickets.Ticket.MaxSerialLength),
        Page = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1,
    };

    /// <summary>What to write into the address; null takes a parameter out of it.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["state"] = Stand is { } stand ? WordOf(stand) : null,
        ["listener"] = Listener,
        ["ticket"] = Ticket,
        ["page"] = Page == 1 ? null : Page,
    };

    public static string WordOf(DeliveryStand stand) => stand.ToString().ToLowerInvariant();

    /// <summary>The messages of this listener and ticket, whatever their stand.</summary>
    internal IQueryable<OutboxMessage> Narrow(LoonFlowDb db)
    {
        IQueryable<OutboxMessage> messages = db.Outbox;

        if (Listener is { } listener)
        {
            messages = messages.Where(message => message.Listener == listener);
        }

        if (Ticket is { } text)
        {
            TicketId? number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new TicketId(value) : null;
            messages = messages.Where(message => message.Ticket != null
                && (message.Ticket == number || db.Tickets.Any(ticket => ticket.Id == message.Ticket && ticket.Serial == text)));
        }

        return messages;
    }

    private static string? TextOf(string? text, int limit) => text?.Trim() is { Length: > 0 } wanted ? wanted[..Math.Min(wanted.Length, limit)] : null;
}
