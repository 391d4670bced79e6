using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Tickets.Lists;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A ticket with every column of loonflow 0.3, those of its later versions, and ours (spec A.4, C.2.1).</summary>
internal record TicketShape
{
    /// <summary>More people than anyone reads; a large department would fill the answer.</summary>
    private const int MaxRelated = 1_000;

    public required long Id { get; init; }

    public required string Sn { get; init; }

    public required string Title { get; init; }

    public required long WorkflowId { get; init; }

    public required long StateId { get; init; }

    public required long ParentTicketId { get; init; }

    public required long ParentTicketStateId { get; init; }

    public required int ParticipantTypeId { get; init; }

    public required string Participant { get; init; }

    public required string Relation { get; init; }

    public required bool InAddNode { get; init; }

    public required string AddNodeMan { get; init; }

    public required bool ScriptRunLastResult { get; init; }

    public required bool IsEnd { get; init; }

    public required bool IsRejected { get; init; }

    /// <summary>Who decided what, as JSON in a text, where every one decides.</summary>
    public required string MultiAllPerson { get; init; }

    public required string Creator { get; init; }

    public required bool IsDeleted { get; init; }

    public required string GmtCreated { get; init; }

    public required string GmtModified { get; init; }

    public required int ActStateId { get; init; }

    public required string ActState { get; init; }

    /// <summary>Send it back as "revision" or in If-Match, and a decision on something older is refused.</summary>
    public required int Revision { get; init; }

    public required TicketStateShape State { get; init; }

    public required ParticipantShape ParticipantInfo { get; init; }

    public required TicketCreatorShape CreatorInfo { get; init; }

    public required TicketWorkflowShape Workflow { get; init; }

    public required TicketWorkflowShape WorkflowInfo { get; init; }

    public static TicketShape Of(TicketRecord record, Company company, IReadOnlyDictionary<string, ScriptName> scripts, TimeZoneInfo zone)
    {
        var ticket = record.Ticket;
        var participant = ParticipantShape.Of(record, company, scripts);
        var creator = company.User(ticket.Creator);
        var workflow = new TicketWorkflowShape(record.Workflow.Id.Value, record.Workflow.Name.Text);

        return new TicketShape
        {
            Id = ticket.Id.Value,
            Sn = ticket.Serial,
            Title = ticket.Title,
            WorkflowId = ticket.Workflow.Value,
            StateId = record.State.Id.Value,
            ParentTicketId = ticket.Parent?.Value ?? 0,
            ParentTicketStateId = ticket.ParentState?.Value ?? 0,
            ParticipantTypeId = participant.ParticipantTypeId,
            Participant = participant.Participant,
            Relation = Related(record, company),
            InAddNode = record.Visit is { IsConsulting: true },
            AddNodeMan = record.Visit?.Consultations is [.., var last] ? company.User(last.Asker)?.UserName ?? string.Empty : string.Empty,
            ScriptRunLastResult = !ticket.OpenVisits.Any(visit => visit.Automation is { Status: AutomationStatus.Failed }),
            IsEnd = ticket.IsOver,
            IsRejected = ticket.Status is TicketStatus.Returned,
            MultiAllPerson = VoteTexts.Map(record, company),
            Creator = creator?.UserName ?? string.Empty,
            IsDeleted = ticket.DeletedAt is not null,
            GmtCreated = PlainValues.Moment(ticket.CreatedAt, zone),
            GmtModified = PlainValues.Moment(ticket.ChangedAt, zone),
            ActStateId = (int)ticket.Status,
            ActState = TicketStatusWords.Of(ticket.Status),
            Revision = ticket.Revision,
            State = new TicketStateShape(record.State.Id.Value, record.State.Name.Text, SourceJson.Label(record.State.Label)),
            ParticipantInfo = participant,
            CreatorInfo = TicketCreatorShape.Of(creator, company),
            Workflow = workflow,
            WorkflowInfo = workflow,
        };
    }

    private static string Related(TicketRecord record, Company company) => string.Join(',', record.Related
        .SelectMany(participant => participant.Person is { } person ? [person] : participant.Members(company))
        .Prepend(record.Ticket.Creator)
        .Distinct()
        .Take(MaxRelated)
        .Select(company.User)
        .OfType<User>()
        .Select(user => user.UserName));
}
