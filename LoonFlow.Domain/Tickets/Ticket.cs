using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>One running instance of a workflow (spec A.4). It changes only by <see cref="Apply"/>; its revision grows by one per decision.</summary>
public sealed partial class Ticket
{
    public const int MaxTitleLength = 500;
    public const int MaxSerialLength = 60;
    public const int MaxChildKeyLength = 200;

    /// <summary>How many steps are remembered; a ticket that went round and round forgets the oldest.</summary>
    public const int MaxSteps = 200;

    private readonly List<Visit> _visits = [];

    private Ticket()
    {
    }

    public TicketId Id { get; private set; }

    /// <summary>What people quote; unique in the installation (spec B.4).</summary>
    public string Serial { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public WorkflowId Workflow { get; private set; }

    /// <summary>The version it was filed with, or was moved to since; it stays on it.</summary>
    public VersionId Version { get; private set; }

    public UserId Creator { get; private set; }

    public TicketStatus Status { get; private set; }

    /// <summary>The state entered last; with parallel branches, the open visits say more.</summary>
    public StateId State { get; private set; }

    public FieldValues Values { get; private set; } = FieldValues.None;

    public TicketId? Parent { get; private set; }

    /// <summary>The state of the parent in which this child was asked for.</summary>
    public StateId? ParentState { get; private set; }

    /// <summary>The visit of the parent that asked for this child; null for children that a caller filed.</summary>
    public int? ParentVisit { get; private set; }

    /// <summary>Which of the children of that visit this is; null for children that a caller filed.</summary>
    public string? ChildKey { get; private set; }

    public int Revision { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it came to its end; null while anything is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it was deleted; a deleted ticket is in no list and open to nobody but those who restore it.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The states it left by somebody's decision, oldest first.</summary>
    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>How many visits there have been; the next one's number is one more.</summary>
    public int VisitCount { get; private set; }

    /// <summary>The visits at hand: at least all open ones.</summary>
    public IReadOnlyList<Visit> Visits => _visits;

    public IEnumerable<Visit> OpenVisits => _visits.Where(visit => visit.IsOpen).OrderBy(visit => visit.Number);

    public bool IsOver => EndedAt is not null;

    /// <summary>A new ticket out of the decision that filed it.</summary>
    public static Ticket File(TicketId id, string serial, WorkflowVersion workflow, UserId creator, TicketDecision decision, ParentLink? parent = null)
    {
        var ticket = Unfiled(workflow, creator, decision.At, parent);
        ticket.Id = id;
        ticket.Serial = serial;
        ticket.Apply(decision);

        return ticket;
    }

    /// <summary>A ticket with a past in another system. Nothing follows from it: nobody is told, nothing is started.</summary>
    public static Ticket Imported(WorkflowVersion workflow, ImportedTicket imported)
    {
        var ticket = Unfiled(workflow, imported.Creator, imported.CreatedAt, imported.Parent);
        ticket.Id = imported.Id;
        ticket.Serial = imported.Serial;
        ticket.Title = imported.Title;
        ticket.Status = imported.Status;
        ticket.State = imported.State;
        ticket.Values = imported.Values;
        ticket.Revision = 1;
        ticket.ChangedAt = imported.ChangedAt;
        ticket.EndedAt = imported.EndedAt;
        ticket.DeletedAt = imported.DeletedAt;
        ticket.Steps = [.. imported.Steps.TakeLast(MaxSteps)];
        ticket.VisitCount = imported.Visits is [.., var last] ? last.Number : 0;
        ticket._visits.AddRange(imported.Visits.Select(visit => new Visit(visit)));

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

    /// <summary>What a ticket is before its first decision is worked out.</summary>
    internal static Ticket Unfiled(WorkflowVersion workflow, UserId creator, DateTimeOffset at, ParentLink? parent = null) => new()
    {
        Workflow = workflow.Workflow,
        Version = workflow.Id,
        Creator = creator,
        CreatedAt = at,
        Parent = parent?.Ticket,
        ParentState = parent?.State,
        ParentVisit = parent?.Visit,
        ChildKey = parent?.Key,
    };

    /// <summary>The same ticket to work out a decision on, so that each event of it sees those before.</summary>
    internal Ticket Copy()
    {
        var copy = new Ticket
        {
            Id = Id,
            Serial = Serial,
            Title = Title,
            Workflow = Workflow,
            Version = Version,
            Creator = Creator,
            Status = Status,
            State = State,
            Values = Values,
            Parent = Parent,
            ParentState = ParentState,
            ParentVisit = ParentVisit,
            ChildKey = ChildKey,
            Revision = Revision,
            CreatedAt = CreatedAt,
            ChangedAt = ChangedAt,
            EndedAt = EndedAt,
            DeletedAt = DeletedAt,
            Steps = Steps,
            VisitCount = VisitCount,
        };
        copy._visits.AddRange(_visits.Select(visit => visit.Copy()));

        return copy;
    }
}

/// <summary>Whose child a ticket is.</summary>
/// <param name="Ticket">The parent.</param>
/// <param name="State">The state of the parent that waits for it.</param>
/// <param name="Visit">The visit of the parent that started it; null when a caller filed it.</param>
/// <param name="Key">Which of the children of that visit it is, so that none is started twice; null when a caller filed it.</param>
public sealed record ParentLink(TicketId Ticket, StateId State, int? Visit = null, string? Key = null);
