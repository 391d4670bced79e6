using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support;

/// <summary>
/// The life of one ticket, told by running the rules. A step that is refused ends the test: a story is what happened
/// before the question that a test asks.
/// </summary>
internal sealed partial class Story(WorkflowVersion workflow)
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly List<FlowLogEntry> _history = [];

    public WorkflowVersion Workflow { get; } = workflow;

    public Company Company { get; set; } = Cast.Company;

    public WorkflowAccess Access { get; set; } = WorkflowAccess.Restricted;

    public uint Draw { get; set; }

    public DateTimeOffset Now { get; private set; } = Monday;

    public Ticket Ticket { get; private set; } = null!;

    /// <summary>The decision that was applied last.</summary>
    public TicketDecision Decision { get; private set; } = null!;

    public IReadOnlyList<FlowLogEntry> History => _history;

    /// <summary>The one open visit.</summary>
    public Visit Visit => Ticket.OpenVisits.Single();

    /// <summary>The people who must act, where no group must.</summary>
    public IEnumerable<UserId> Waiting => Visit.Participants.Select(
        participant => participant.Person ?? throw new InvalidOperationException($"{participant} is not a person."));

    public DecisionFacts Facts => new() { Now = Now, Company = Company, Access = Access, Draw = Draw };

    public Situation SeenBy(UserId id) => SeenBy(Cast.Actor(id));

    public Situation SeenBy(Actor actor) =>
        new(Workflow, Ticket, actor, Facts with { IsRelated = actor is Actor.Person person && IsRelated(person) });

    public Story Filed(UserId by, TransitionId transition, FieldChanges? form = null, string? comment = null)
    {
        var decision = Agreed(SubmissionRules.Submit(Workflow, Cast.Actor(by), transition, form ?? FieldChanges.None, comment, Facts));
        Ticket = Ticket.File(new TicketId(1), "loonflow_202603020001", Workflow, by, decision);

        return Told(decision);
    }

    public Story Taken(UserId by, TransitionId transition, FieldChanges? form = null, string? comment = null) =>
        Applied(TransitionRules.Take(SeenBy(by), Leaving(transition), transition, form ?? FieldChanges.None, comment));

    public Story Moved(TransitionId transition) =>
        Applied(TransitionRules.Take(SeenBy(new Actor.Engine()), Leaving(transition), transition, FieldChanges.None, comment: null));

    public Story Claimed(UserId by) => Applied(ClaimRules.Claim(SeenBy(by), Visit.Number));

    public Story Forwarded(UserId by, UserId to) => Applied(ForwardingRules.Forward(SeenBy(by), Visit.Number, to, comment: null));

    public Story Consulted(UserId by, UserId asked) =>
        Applied(ConsultationRules.Consult(SeenBy(by), Visit.Number, asked, comment: null));

    public Story Answered(UserId by) => Applied(ConsultationRules.Answer(SeenBy(by), Visit.Number, comment: null));

    public Story Commented(UserId by, string comment) => Applied(CommentRules.Add(SeenBy(by), comment));

    public Story Withdrawn(UserId by) => Applied(WithdrawalRules.Withdraw(SeenBy(by), comment: null));

    public Story Closed(UserId by) => Applied(ClosingRules.Close(SeenBy(by), "no longer needed"));

    public Story Later(TimeSpan passed)
    {
        Now += passed;

        return this;
    }

    public Story Applied(Result<TicketDecision> result)
    {
        var decision = Agreed(result);
        Ticket.Apply(decision);

        return Told(decision);
    }

    private Story Told(TicketDecision decision)
    {
        Decision = decision;
        _history.AddRange(FlowLogEntry.For(Workflow, Ticket, decision));
        Now += TimeSpan.FromMinutes(1);

        return this;
    }

    private bool IsRelated(Actor.Person person) =>
        Ticket.Creator == person.Id
        || Ticket.Visits.SelectMany(visit => visit.Asked).Any(asked => asked.Who.Includes(person))
        || _history.Any(entry => entry.By == person.Id && entry.Action is not FlowLogAction.Commented);

    private static TicketDecision Agreed(Result<TicketDecision> result) => result.Succeeded
        ? result.Value
        : throw new InvalidOperationException(
            $"The story stops: {result.Refusal.Code} {string.Join(", ", result.Refusal.Fields.Select(field => $"{field.Key}: {field.Code}"))}");
}
