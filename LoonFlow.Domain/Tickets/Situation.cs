using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>An actor in front of a ticket: what every rule about tickets is asked about.</summary>
public sealed record Situation(WorkflowVersion Workflow, Ticket Ticket, Actor Actor, DecisionFacts Facts)
{
    // Whoever signed in before leaving the company still has an actor; they see and do nothing any more.
    public bool MayView => (Actor is not Actor.Person person || Facts.Company.IsActive(person.Id))
        && (Ticket.DeletedAt is null || MayAdminister)
        && PermissionRules.MayView(Facts.Access, Ticket, Actor, Facts.IsRelated);

    /// <summary>Whether the actor may step in: hand over, move, correct, close.</summary>
    public bool MayIntervene => PermissionRules.May(Facts.Access, Actor, WorkflowPermission.Intervene);

    public bool MayAdminister => PermissionRules.MayAdminister(Facts.Access, Actor);

    /// <summary>The working time that the ticket's timers count in; null when the company keeps none.</summary>
    public BusinessCalendar? Calendar => Facts.Company.Calendar(Workflow.Document.Calendar);

    public bool IsCreator => Actor is Actor.Person person && person.Id == Ticket.Creator;

    /// <summary>Whether the work of a visit waits for one of several people to claim it first (spec B.8).</summary>
    public bool NeedsClaim(Visit visit) =>
        Actor is Actor.Person
        && Workflow.State(visit.State).Distribution is Distribution.Claim
        && visit is { ClaimedBy: null, IsConsulting: false, IsUndecided: false }
        && visit.Participants.SelectMany(participant => participant.Members(Facts.Company)).Distinct().Skip(1).Any();

    /// <summary>Why the actor may not handle this visit at all; null when they may.</summary>
    internal Refusal? WhyNotHandle(Visit? visit) => Actor switch
    {
        _ when !MayView => TicketRefusals.NotFound,
        _ when Ticket.IsOver => TicketRefusals.AlreadyOver,
        _ when visit is not { IsOpen: true, IsFork: false } => TicketRefusals.StateLeft,
        Actor.Engine => null,
        Actor.Person person when visit.IsFor(person) => null,
        _ => TicketRefusals.NotAParticipant,
    };

    internal TicketDecision Decide(params IReadOnlyList<TicketEvent> events) => new(Actor, Facts.Now, events);
}
