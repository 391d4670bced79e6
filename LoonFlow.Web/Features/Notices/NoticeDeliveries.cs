using System.Text.Json;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Notices;

/// <summary>
/// The messages that follow from notices: one that rings the open bells, one per mail, one per channel of a group. Their
/// ids are derived, so that nobody can get one twice.
/// </summary>
public sealed class NoticeDeliveries(LoonFlowDb db, NoticeWords words, NoticeMail mail, IOptions<NoticesOptions> options, IOptions<InstallationOptions> installation)
{
    public async Task<IReadOnlyList<OutboxMessage>> OfAsync(
        Guid origin, IReadOnlyList<SpokenNotice> spoken, IReadOnlyList<GivenNotice> given, DateTimeOffset now, CancellationToken ct)
    {
        List<OutboxMessage> messages = [.. GroupMessages(origin, spoken, given, now)];

        if (given is [])
        {
            return messages;
        }

        messages.Add(BellMessages.For([.. given.Select(one => one.Recipient.Id)], now));
        var recipients = given.Select(one => one.Recipient.Id).ToArray();
        var chosen = mail.IsSetUp
            ? await db.NoticePreferences.AsNoTracking().Where(row => recipients.Contains(row.UserId)).ToDictionaryAsync(row => row.UserId, row => row.Preferences, ct)
            : [];

        foreach (var one in given.Where(one => mail.Reaches(one.Recipient)))
        {
            var preferences = chosen.GetValueOrDefault(one.Recipient.Id, NoticePreferences.Default);

            switch (preferences.EmailFor(NoticeRules.GroupOf(one.Row.Event)))
            {
                case EmailChoice.AtOnce:
                    messages.Add(Mail(origin, one, preferences.Language ?? options.Value.Language, now));
                    break;
                case EmailChoice.Daily:
                    one.Row.DigestFrom = now;
                    break;
            }
        }

        return messages;
    }

    private OutboxMessage Mail(Guid origin, GivenNotice given, string language, DateTimeOffset now)
    {
        var id = DerivedIds.From(origin, $"email {given.Recipient.Id.Value}");
        var recipient = NoticeMail.RecipientOf(given.Recipient, language);

        return Message(id, new NoticeDelivery(ChannelKind.Email, ToSend(id, given.Spoken, language) with { Recipient = recipient }), $"mail → {given.Recipient.Name}: {given.Spoken.Title}", now);
    }

    /// <summary>A group hears of a decision once: the one notice that says most, for whomever it is.</summary>
    private IEnumerable<OutboxMessage> GroupMessages(Guid origin, IReadOnlyList<SpokenNotice> spoken, IReadOnlyList<GivenNotice> given, DateTimeOffset now)
    {
        if (spoken.MinBy(one => one.Subject.Notice.Event) is not { } most)
        {
            yield break;
        }

        // A group's robot can point at one person only.
        var recipient = given.Where(one => ReferenceEquals(one.Spoken, most)).ToArray() is [var only]
            ? NoticeMail.RecipientOf(only.Recipient, options.Value.Language)
            : null;

        foreach (var channel in most.Subject.Workflow.Document.Notices.Channels.Distinct())
        {
            var id = DerivedIds.From(origin, $"channel {channel}");

            yield return Message(id, new NoticeDelivery(Kind: null, ToSend(id, most, options.Value.Language) with { Channel = channel, Recipient = recipient }), $"channel {channel}: {most.Title}", now);
        }
    }

    private NoticeToSend ToSend(Guid id, SpokenNotice spoken, string language) => Spoken.In(language, () => new NoticeToSend
    {
        Id = id,
        Subject = spoken.Title.ForReader(),
        Body = spoken.Text.ForReader(),
        Fields = words.Facts(spoken.Subject),
        Url = installation.Value.AddressOf(NoticeLinks.PathOf(spoken.Subject.Notice.Event, spoken.Subject.Ticket.Id)),
        LinkText = words.LinkText(spoken.Subject.Notice.Event),
        Event = JsonNamingPolicy.SnakeCaseLower.ConvertName(spoken.Subject.Notice.Event.ToString()),
        TicketSerial = spoken.Subject.Ticket.Serial,
        Ticket = spoken.Subject.Ticket.Id.Value,
    });

    private static OutboxMessage Message(Guid id, NoticeDelivery delivery, string about, DateTimeOffset now) => new()
    {
        Id = id,
        Listener = Subscriptions.Deliveries,
        Content = DomainJson.Write(delivery),
        CreatedAt = now,
        DueAt = now,
    };
}

/// <summary>A notice to be sent one way; without a kind, the channel that it names says which.</summary>
public sealed record NoticeDelivery(ChannelKind? Kind, NoticeToSend Notice);
