using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Notices;

/// <summary>What a notice says: the workflow's own template, or else LoonFlow's words, with the ticket's values put in.</summary>
public sealed class NoticeWords(IStringLocalizer<NoticeTexts> texts, IStringLocalizer<Refusals> refusals, IOptions<InstallationOptions> installation)
{
    public SpokenNotice Of(NoticeSubject subject) => new(subject, Title(subject), Text(subject));

    /// <summary>The small table below the text of a mail, in the language spoken now.</summary>
    public IReadOnlyList<NoticeField> Facts(NoticeSubject subject)
    {
        (string Label, string Key)[] facts =
        [
            ("Workflow", BuiltInField.WorkflowName), ("Serial", BuiltInField.Serial), ("State", BuiltInField.StateName),
            ("Creator", BuiltInField.Creator), ("Comment", NoticePlaceholder.Comment),
        ];

        return [.. facts.Select(fact => new NoticeField(texts[fact.Label], ValueOf(subject, fact.Key) ?? string.Empty)).Where(field => field.Value.Length > 0)];
    }

    /// <summary>What the link of a mail says, in the language spoken now.</summary>
    public string LinkText(NoticeEvent happened) => texts[happened is NoticeEvent.Deleted ? "AllNotices" : "OpenTicket"];

    // An own title whose placeholders all come to nothing would be an empty line in the bell.
    private Caption Title(NoticeSubject subject) => Spoken.InEach(() =>
        Filled(subject, subject.Template?.Title, NoticeRow.MaxTitleLength) is { Length: > 0 } own ? own
            : Filled(subject, texts[$"{subject.Notice.Event}Title"].Value, NoticeRow.MaxTitleLength));

    private Caption Text(NoticeSubject subject) => Spoken.InEach(() => subject.Template?.Content is { IsEmpty: false } own
        ? Filled(subject, own, NoticeRow.MaxTextLength)
        : Filled(subject, texts[$"{subject.Notice.Event}Text"].Value, NoticeRow.MaxTextLength));

    private string Filled(NoticeSubject subject, Caption? template, int longest) =>
        template is null || template.IsEmpty ? string.Empty
            : TemplateText.Cut(TemplateText.Fill(template.ForReader(), key => ValueOf(subject, key)).Trim(), longest);

    private string? ValueOf(NoticeSubject subject, string key)
    {
        var (notice, workflow, ticket, company) = subject;

        return key switch
        {
            BuiltInField.Title => ticket.Title,
            BuiltInField.Serial => ticket.Serial,
            BuiltInField.Creator => company.User(ticket.Creator)?.Name,
            BuiltInField.StateId => notice.State.Value.ToString(CultureInfo.InvariantCulture),
            BuiltInField.StateName => workflow.State(notice.State).Name.ForReader(),
            BuiltInField.WorkflowName => workflow.Name.ForReader(),
            BuiltInField.CreatedAt => Reading(null, new FieldValue.Moment(ticket.CreatedAt), company),
            BuiltInField.ChangedAt => Reading(null, new FieldValue.Moment(ticket.ChangedAt), company),
            BuiltInField.ParticipantName or BuiltInField.ParticipantAlias =>
                ValueTexts.Joined(notice.Who.Select(who => ParticipantName.Of(who, company).Name), ReaderLanguage.Current),
            NoticePlaceholder.Actor => notice.Actor is { } actor ? company.User(actor)?.Name : texts["Engine"],
            NoticePlaceholder.Comment => notice is { Event: NoticeEvent.Failed, Comment: { } reason } ? FailureTexts.Of(reason, refusals) : notice.Comment,
            NoticePlaceholder.Transition => notice.Transition is { } taken ? workflow.Transition(taken)?.Name.ForReader() : null,
            _ => workflow.Field(key) is { } field ? Reading(field, ticket.Values[key], company) : null,
        };
    }

    private string Reading(FormField? field, FieldValue? value, Company company) =>
        ValueTexts.Of(field, value, ReaderLanguage.Current, installation.Value.Zone, company);
}
