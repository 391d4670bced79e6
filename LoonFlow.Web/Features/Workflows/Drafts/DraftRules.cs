using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>What an edit of one part means for the rest of the document.</summary>
internal static class DraftRules
{
    /// <summary>What no later edit of another part can mend, with the member that says it. All other problems only stand in the way of publishing.</summary>
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["workflow.name_missing"] = "name",
        ["workflow.limit_period_malformed"] = "limit_expression",
        ["workflow.limit_count_malformed"] = "limit_expression",
        ["workflow.hook_address_malformed"] = "participant",
        ["workflow.condition_too_deep"] = "condition_expression",
        ["workflow.field_key_missing"] = FieldReading.Key,
        ["workflow.field_key_malformed"] = FieldReading.Key,
        ["workflow.field_key_reserved"] = FieldReading.Key,
        ["workflow.field_key_duplicate"] = FieldReading.Key,
        ["workflow.choices_missing"] = "field_choice",
        ["workflow.choice_key_missing"] = "field_choice",
        ["workflow.choice_duplicate"] = "field_choice",
    };

    public static IEnumerable<FieldProblem> WrongInItself(IEnumerable<PublishingProblem> after, IReadOnlyList<PublishingProblem> before) => after
        .Where(problem => problem.Severity is ProblemSeverity.Error && Members.ContainsKey(problem.Code))
        .Where(problem => !before.Any(old => old.Code == problem.Code && old.Arguments.SequenceEqual(problem.Arguments)))
        .Select(problem => new FieldProblem(Members[problem.Code], problem.Code, problem.Message) { Arguments = problem.Arguments });

    /// <summary>Another state in the place of the one with its id, or behind all.</summary>
    public static WorkflowDocument With(this WorkflowDocument document, State state) =>
        document with { States = Put(document.States, state, one => one.Id == state.Id) };

    public static WorkflowDocument Without(this WorkflowDocument document, StateId state) =>
        document with { States = [.. document.States.Where(one => one.Id != state)] };

    /// <summary>Another transition in the place of the one with its id, or behind all; the clock takes it after so long, or no longer.</summary>
    /// <param name="document">The whole.</param>
    /// <param name="transition">The transition.</param>
    /// <param name="wait">Null where it is no timer's.</param>
    /// <param name="before">As it was.</param>
    public static WorkflowDocument With(this WorkflowDocument document, Transition transition, TimeSpan? wait, Transition? before)
    {
        var known = document.States.SelectMany(state => state.Timers).FirstOrDefault(timer => TransitionCodes.Takes(timer, transition.Id));
        var edited = document with { Transitions = Put(document.Transitions, transition, one => one.Id == transition.Id) };

        // What else the clock takes, at a deadline, is nothing that loonflow speaks of.
        if (wait is null && before is not { IsAutomatic: true } && before?.From == transition.From)
        {
            return edited;
        }

        edited = edited.WithoutTimers(transition.Id);

        return wait is not { } after ? edited : edited with
        {
            States = [.. edited.States.Select(state => state.Id == transition.From ? state with { Timers = [.. state.Timers, Timer(state, transition, known, after)] } : state)],
        };
    }

    /// <summary>Without the transition, and without timers that took it.</summary>
    public static WorkflowDocument Without(this WorkflowDocument document, TransitionId transition) =>
        (document with { Transitions = [.. document.Transitions.Where(one => one.Id != transition)] }).WithoutTimers(transition);

    /// <summary>Another field in the place of the one with its id, or behind all. What speaks of it follows when its key changes.</summary>
    public static WorkflowDocument With(this WorkflowDocument document, FormField field, FormField? before)
    {
        var named = before is null ? document : FieldKeys.Rename(document, before.Key, field.Key);

        return named with { Fields = Put(named.Fields, field, one => one.Id == field.Id) };
    }

    /// <summary>Without the field, which forms show no more.</summary>
    public static WorkflowDocument Without(this WorkflowDocument document, FormField field) => FieldKeys.Remove(document, field.Key);

    private static WorkflowDocument WithoutTimers(this WorkflowDocument document, TransitionId transition) =>
        TransitionTimers.Without(document, new HashSet<TransitionId> { transition });

    private static TimerSetting Timer(State state, Transition transition, TimerSetting? known, TimeSpan after)
    {
        // The number names it within its state, and running tickets know it by that.
        var number = known is not null && state.Timers.All(timer => timer.Number != known.Number)
            ? known.Number
            : 1 + state.Timers.Select(timer => timer.Number).DefaultIfEmpty(0).Max();

        return (known ?? new TimerSetting { Number = number, Action = new TimerAction.Take(transition.Id), After = after }) with { Number = number, After = after };
    }

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> all, T one, Func<T, bool> isIt) =>
        all.Any(isIt) ? [.. all.Select(other => isIt(other) ? one : other)] : [.. all, one];
}
