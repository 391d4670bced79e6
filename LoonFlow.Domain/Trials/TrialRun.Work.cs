using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Trials;

public sealed partial class TrialRun
{
    /// <summary>One step being done, on a copy of the ticket.</summary>
    private sealed class Work(TrialRun run)
    {
        private readonly List<TrialEntry> _entries = [];

        public Ticket? Ticket { get; private set; } = run._ticket?.Copy();

        public DateTimeOffset Now { get; private set; } = run.Now;

        public IReadOnlyList<TrialEntry> Entries => _entries;

        public Refusal? Submit(TrialStep.Submit step)
        {
            if (Ticket is not null)
            {
                return TrialRefusals.BegunAlready;
            }

            if (Person(step.By) is not { } creator)
            {
                return TrialRefusals.UnknownPerson;
            }

            var decision = SubmissionRules.Submit(run.Workflow, creator, step.Transition, Changes(step.Title, step.Values), comment: null, Facts(isRelated: true));

            if (!decision.Succeeded)
            {
                return decision.Refusal;
            }

            Ticket = Ticket.File(new TicketId(0), string.Empty, run.Workflow, creator.Id, decision.Value);
            Note(decision.Value);

            return null;
        }

        public Refusal? Take(TrialStep.Take step)
        {
            if (Person(step.By) is not { } person)
            {
                return TrialRefusals.UnknownPerson;
            }

            var here = Ticket!.OpenVisits.Where(visit => visit.State == step.State).ToArray();

            if ((here.FirstOrDefault(visit => visit.IsFor(person)) ?? here.FirstOrDefault()) is not { } visit)
            {
                return TrialRefusals.NotThere;
            }

            var refusal = For(person).NeedsClaim(visit) ? Decide(person, situation => ClaimRules.Claim(situation, visit.Number)) : null;

            return refusal ?? Decide(person, situation => TransitionRules.Take(situation, visit.Number, step.Transition, Changes(step.Title, step.Values), comment: null));
        }

        public Refusal? Answer(TrialStep.Answer step)
        {
            if (Ticket!.OpenVisits.FirstOrDefault(visit => visit.State == step.State) is not { } visit || !run.Workflow.State(step.State).IsAutomatic && visit.Automation is null)
            {
                return TrialRefusals.NotThere;
            }

            if (visit.Automation is { Status: AutomationStatus.Failed })
            {
                var retried = Decide(new Actor.Engine(), situation => AutomationRules.Retry(situation, visit.Number));

                if (retried is not null)
                {
                    return retried;
                }
            }

            return step.Succeeds ? Succeed(visit.Number) : Fail(visit.Number);
        }

        public Refusal? Wait(TimeSpan time)
        {
            if (time <= TimeSpan.Zero || time > TrialStep.Wait.Longest)
            {
                return TrialRefusals.TimeMalformed;
            }

            var until = Now + time;

            for (var fired = 0; fired < MostFirings && Due(until) is { } visit; fired++)
            {
                var timer = visit.Timers.Where(timer => timer.DueAt is not null).MinBy(timer => timer.DueAt)!;
                Now = timer.DueAt > Now ? timer.DueAt.Value : Now;

                if (Decide(new Actor.Engine(), situation => FiringRules.Fire(situation, visit.Number, timer.Number)) is { } refusal)
                {
                    return refusal;
                }
            }

            Now = until;

            return null;
        }

        private Visit? Due(DateTimeOffset until) => Ticket!.IsOver ? null : Ticket.OpenVisits.Where(visit => visit.NextDueAt <= until).MinBy(visit => visit.NextDueAt);

        /// <summary>The engine moves the ticket on as it does when a script ended well, a hook answered or enough children have ended.</summary>
        private Refusal? Succeed(int visit) => Begin(visit) ?? Decide(new Actor.Engine(), situation => AutomationRules.MoveOn(situation, visit, string.Empty, FieldChanges.None));

        private Refusal? Fail(int visit) => Begin(visit) ?? (Ticket!.OpenVisit(visit)!.Automation is { } automation
            ? Decide(new Actor.Engine(), situation => AutomationRules.Fail(situation, visit, automation.Run, string.Empty))
            : TrialRefusals.NotThere);

        private Refusal? Begin(int visit) => Ticket!.OpenVisit(visit)!.Automation is { Status: AutomationStatus.Waiting } automation
            ? Decide(new Actor.Engine(), situation => AutomationRules.Begin(situation, visit, automation.Run))
            : null;

        private Refusal? Decide(Actor actor, Func<Situation, Result<TicketDecision>> decide)
        {
            var decision = decide(For(actor));

            if (!decision.Succeeded)
            {
                return decision.Refusal;
            }

            Ticket!.Apply(decision.Value);
            Note(decision.Value);

            return null;
        }

        private void Note(TicketDecision decision) => _entries.Add(new TrialEntry(
            decision.By,
            decision.At,
            decision.Events,
            NoticeRules.Recipients(NoticeRules.For(run.Workflow, Ticket!, decision), Ticket!, Access, run.Company)));

        private Situation For(Actor actor) => new(run.Workflow, Ticket!, actor, Facts(actor is Actor.Engine || IsRelated((actor as Actor.Person)!)));

        private bool IsRelated(Actor.Person person) =>
            Ticket!.Creator == person.Id || Ticket.Visits.SelectMany(visit => visit.Asked).Any(asked => asked.Who.Includes(person));

        private Actor.Person? Person(string userName) => run.Company.UserNamed(userName) is { } user ? Actor.Of(user.Id, run.Company) : null;

        private DecisionFacts Facts(bool isRelated) => new()
        {
            Now = Now,
            Company = run.Company,
            Access = Access,
            IsRelated = isRelated,
            Participants = new ParticipantFacts { External = Services() },
        };

        /// <summary>No service is asked in a trial; those who administer the installation stand in for whom it would name.</summary>
        private IReadOnlyDictionary<StateId, IReadOnlyList<UserId>> Services()
        {
            UserId[] standIns = [.. PermissionRules.Administrators(Access, run.Company).SelectMany(who => who.Members(run.Company)).Distinct()];

            return run.Workflow.States.ToDictionary(state => state.Id, IReadOnlyList<UserId> (_) => standIns);
        }

        private static FieldChanges Changes(string? title, FieldValues values) =>
            new(title, values.ToDictionary(pair => pair.Key, pair => (FieldValue?)pair.Value, StringComparer.Ordinal));
    }
}
