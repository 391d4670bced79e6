using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>One running instance of a workflow (spec A.4). It changes only by <see cref="Apply"/>; its revision grows by one per decision.</summary>
public sealed class Ticket
{
    public const int MaxTitleLength = 500;
    public const int MaxSerialLength = 60;

    private readonly List<Visit> _visits = [];

    private Ticket()
    {
    }

    public TicketId Id { get; private set; }

    /// <summary>What people quote; unique in the installation (spec B.4).</summary>
    public string Serial { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public WorkflowId Workflow { get; private set; }

    /// <summary>The version it was filed with; it stays on it.</summary>
    public VersionId Version { get; private set; }

    public UserId Creator { get; private set; }

    public TicketStatus Status { get; private set; }

    /// <summary>The state entered last; with parallel branches, the open visits say more.</summary>
    public StateId State { get; private set; }

    public FieldValues Values { get; private set; } = FieldValues.None;

    public TicketId? Parent { get; private set; }

    /// <summary>The state of the parent in which this child was asked for.</summary>
    public StateId? ParentState { get; private set; }

    public int Revision { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it came to its end; null while anything is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many visits there have been; the next one's number is one more.</summary>
    public int VisitCount { get; private set; }

    /// <summary>The visits at hand: at least all open ones.</summary>
    public IReadOnlyList<Visit> Visits => _visits;

    public IEnumerable<Visit> OpenVisits => _visits.Where(visit => visit.IsOpen).OrderBy(visit => visit.Number);

    public bool IsOver => EndedAt is not null;

    /// <summary>A new ticket out of the decision that filed it.</summary>
    public static Ticket File(TicketId id, string serial, WorkflowVersion workflow, UserId creator, TicketDecision decision)
    {
        var ticket = new Ticket
        {
            Id = id,
            Serial = serial,
            Workflow = workflow.Workflow,
            Version = workflow.Id,
            Creator = creator,
            CreatedAt = decision.At,
        };

        ticket.Apply(decision);

        return ticket;
    }

    public void Apply(TicketDecision decision)
    {
        foreach (var happened in decision.Events)
        {
            Apply(happened, decision.At);
        }

        ChangedAt = decision.At;
        Revision++;
    }

    public Visit? OpenVisit(int number) => _visits.Find(visit => visit.IsOpen && visit.Number == number);

    private void Apply(TicketEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case TicketEvent.TitleChanged changed:
                Title = changed.Title;
                break;
            case TicketEvent.ValuesChanged changed:
                Values = Values.With(changed.Changes);
                break;
            case TicketEvent.StateLeft left:
                Open(left.Visit).Leave(at);
                break;
            case TicketEvent.StateEntered entered:
                _visits.Add(new Visit(entered.Visit, entered.State, entered.Participants, at));
                VisitCount = Math.Max(VisitCount, entered.Visit);
                State = entered.State;
                EndedAt = null;
                break;
            case TicketEvent.Ended ended:
                State = ended.State;
                EndedAt = at;
                break;
            case TicketEvent.StatusChanged changed:
                Status = changed.Status;
                break;
            case TicketEvent.Claimed claimed:
                Open(claimed.Visit).Claim(claimed.By);
                break;
            case TicketEvent.Forwarded forwarded:
                Open(forwarded.Visit).Forward(forwarded.To);
                break;
            case TicketEvent.Consulted consulted:
                Open(consulted.Visit).Consult(new Consultation(consulted.Asker, consulted.Asked, at));
                break;
            case TicketEvent.ConsultationAnswered answered:
                Open(answered.Visit).Answer(answered.Asker);
                break;
            case TicketEvent.Reassigned reassigned:
                Open(reassigned.Visit).Reassign(reassigned.Participants);
                break;
        }
    }

    private Visit Open(int number) =>
        OpenVisit(number) ?? throw new InvalidOperationException($"Ticket {Id.Value} has no open visit {number}.");
}
