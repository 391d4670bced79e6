using System.Globalization;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Overview;

/// <summary>What else a state does than to ask somebody: votes, branches, children, timers, ways back.</summary>
internal sealed class StateNotes(WorkflowOverview overview, IStringLocalizer<OverviewTexts> texts)
{
    private readonly ParticipantPhrases _phrases = new(overview, texts);

    public IReadOnlyList<string> Of(State state) =>
    [
        .. OfVotes(state),
        .. OfBranches(state),
        .. OfChildren(state.Children),
        .. state.Timers.Select(OfTimer),
        .. OfExceptions(state),
    ];

    private IEnumerable<string> OfVotes(State state)
    {
        if (state.HasSeats && state.Kind is StateKind.Normal)
        {
            yield return state.Voting switch
            {
                VotingPolicy.Count count => texts["NoteVoteCount", count.Needed],
                VotingPolicy.Percentage share => texts["NoteVotePercentage", share.Percent],
                var voting => texts[$"NoteVote{voting.GetType().Name}"],
            };
        }
    }

    private IEnumerable<string> OfBranches(State state)
    {
        if (state.Kind is StateKind.Fork)
        {
            yield return texts["NoteForkTo", _phrases.Joined(overview.Version.LeavingFrom(state.Id).Select(way => NameOf(way.To)))];

            if (state.Join is { } join)
            {
                yield return texts["NoteForkJoin", NameOf(join)];
            }
        }
        else if (state.Kind is StateKind.Join)
        {
            yield return texts[$"NoteJoin{state.Joining.Needs}", state.Joining.Count];

            if (state.Joining.RefusalEndsOthers)
            {
                yield return texts["NoteJoinRefusalEnds"];
            }
        }
    }

    private IEnumerable<string> OfChildren(ChildrenSetting? children)
    {
        if (children is null)
        {
            yield break;
        }

        var workflow = children.Workflow is { } id ? overview.Catalogue.GetValueOrDefault(id)?.Name.ForReader() ?? $"#{id.Value}" : string.Empty;
        yield return texts[$"NoteChildren{children.Per}", workflow, children.Field is { } key ? _phrases.FieldNames([key]) : string.Empty];
        yield return texts[$"NoteWait{children.Wait}", children.Count];
    }

    private string OfTimer(TimerSetting timer)
    {
        var after = timer.InBusinessTime ? texts["SpanWorking", SpanOf(timer.After, timer)] : SpanOf(timer.After, timer);

        return timer.Action switch
        {
            TimerAction.Take take => texts["NoteTimerTake", after, overview.Version.Transition(take.Transition)?.Name.ForReader() ?? string.Empty],
            TimerAction.Remind { Times: > 1 } remind => texts["NoteTimerRemindMany", after, remind.Times, SpanOf(remind.Every, timer)],
            TimerAction.Escalate escalate => texts[escalate.Replaces ? "NoteTimerEscalateInstead" : "NoteTimerEscalateToo", after, TargetOf(escalate.To)],
            _ => texts["NoteTimerRemind", after],
        };
    }

    private string TargetOf(EscalationTarget target) => target switch
    {
        EscalationTarget.Roles roles => _phrases.Names(roles.Ids),
        EscalationTarget.People people => _phrases.Names(people.Ids),
        EscalationTarget.Leader => texts["EscalationLeader"],
        _ => texts["EscalationAdministrators"],
    };

    /// <summary>A day of working time is not 24 hours of it, so working time is told in hours.</summary>
    private string SpanOf(TimeSpan span, TimerSetting timer)
    {
        var days = timer.InBusinessTime ? 0 : span.Days;
        var parts = new[] { ("SpanDays", days), ("SpanHours", (int)(span - TimeSpan.FromDays(days)).TotalHours), ("SpanMinutes", span.Minutes) };

        return string.Join(
            ' ',
            parts.Where(part => part.Item2 > 0).Select(part => texts[part.Item1, part.Item2.ToString(CultureInfo.CurrentCulture)].Value));
    }

    private IEnumerable<string> OfExceptions(State state)
    {
        if (state.Returns.To is not ReturnTargets.None)
        {
            var targets = Enum.GetValues<ReturnTargets>().Where(target => target is not ReturnTargets.None && state.Returns.To.HasFlag(target));
            yield return texts["NoteReturns", _phrases.Joined(targets.Select(target => texts[$"NoteReturn{target}"].Value))];
        }

        if (state.WhenEmpty is not EmptyParticipants.Refuse)
        {
            yield return texts[$"NoteEmpty{state.WhenEmpty}"];
        }

        if (state.Repeats is not Repeats.AskAgain)
        {
            yield return texts["NoteRepeats"];
        }
    }

    private string NameOf(StateId id) => overview.Version.State(id).Name.ForReader();
}
