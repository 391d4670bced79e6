using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Notices;

/// <summary>The message that becomes one person's mail of the day.</summary>
public sealed class DigestMessages(NoticeWords words, IOptions<InstallationOptions> installation)
{
    public OutboxMessage Of(User person, string language, IReadOnlyList<NoticeRow> news, DateTimeOffset now)
    {
        // From its first notice: two instances that make the same digest at once make the same message.
        var id = DerivedIds.From(news[0].Id, "digest");
        var recipient = NoticeMail.RecipientOf(person, language);

        return new OutboxMessage
        {
            Id = id,
            Listener = Subscriptions.Digests,
            About = About(person),
            Content = DomainJson.Write(new DigestDelivery(id, recipient, Spoken.In(language, () => Lines(recipient, news)))),
            CreatedAt = now,
            DueAt = now,
        };
    }

    private static string About(User person) => TemplateText.Cut($"digest → {person.Name}", OutboxMessage.MaxAboutLength);

    private IReadOnlyList<NoticeToSend> Lines(NoticeRecipient recipient, IReadOnlyList<NoticeRow> news) =>
    [
        .. news.TakeLast(SendDigests.MostInOne).Select(row => new NoticeToSend
        {
            Id = row.Id,
            Subject = row.Title.ForReader(),
            Body = row.Text.ForReader(),
            Url = installation.Value.AddressOf(NoticeLinks.PathOf(row.Event, row.Ticket)),
            LinkText = words.LinkText(row.Event),
            Recipient = recipient,
            Ticket = row.Ticket.Value,
        }),
    ];
}

/// <summary>Several notices for one person in one mail.</summary>
public sealed record DigestDelivery(Guid Id, NoticeRecipient Recipient, IReadOnlyList<NoticeToSend> Notices);
