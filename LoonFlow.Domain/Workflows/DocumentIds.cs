using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Trials;

namespace LoonFlow.Domain.Workflows;

/// <summary>
/// Gives every part of a document another id: a copy, a template or a file from elsewhere must not share ids with a
/// workflow that is there. What leads to a part follows it; what leads nowhere goes on leading nowhere.
/// </summary>
public static class DocumentIds
{
    /// <summary>How many ids <see cref="Renewed"/> takes.</summary>
    public static int CountOf(WorkflowDocument document) =>
        document.States.Count + document.Transitions.Count + document.Fields.Count + document.Notes.Count;

    /// <param name="document">The whole.</param>
    /// <param name="ids">As many as <see cref="CountOf"/> says, which nothing else has.</param>
    public static WorkflowDocument Renewed(WorkflowDocument document, IReadOnlyList<long> ids)
    {
        var free = new Queue<long>(ids);
        var states = document.States.Select(state => state.Id).Distinct().ToDictionary(id => id, _ => new StateId(free.Dequeue()));
        var transitions = document.Transitions.Select(transition => transition.Id).Distinct().ToDictionary(id => id, _ => new TransitionId(free.Dequeue()));

        return document with
        {
            States = [.. document.States.Select(state => Renewed(state, states, transitions))],
            Transitions = [.. document.Transitions.Select(transition => Renewed(transition, states, transitions))],
            Fields = [.. document.Fields.Select(field => field with { Id = new FieldId(free.Dequeue()) })],
            Notes = [.. document.Notes.Select(note => note with { Id = new NoteId(free.Dequeue()) })],
            Trials = [.. document.Trials.Select(trial => trial with { Steps = [.. trial.Steps.Select(step => Renewed(step, states, transitions))] })],
        };
    }

    private static State Renewed(State state, Dictionary<StateId, StateId> states, Dictionary<TransitionId, TransitionId> transitions) => state with
    {
        Id = states[state.Id],
        Join = state.Join is { } join ? states.GetValueOrDefault(join) : null,
        Timers =
        [
            .. state.Timers.Select(timer => timer.Action is TimerAction.Take take
                ? timer with { Action = new TimerAction.Take(transitions.GetValueOrDefault(take.Transition)) }
                : timer),
        ],
    };

    private static Transition Renewed(Transition transition, Dictionary<StateId, StateId> states, Dictionary<TransitionId, TransitionId> transitions) => transition with
    {
        Id = transitions[transition.Id],
        From = states.GetValueOrDefault(transition.From),
        To = states.GetValueOrDefault(transition.To),
        Branches = [.. transition.Branches.Select(branch => branch with { To = states.GetValueOrDefault(branch.To) })],
    };

    private static KeptStep Renewed(KeptStep kept, Dictionary<StateId, StateId> states, Dictionary<TransitionId, TransitionId> transitions) => new(
        kept.Step switch
        {
            TrialStep.Submit submit => submit with { Transition = transitions.GetValueOrDefault(submit.Transition) },
            TrialStep.Take take => take with { State = states.GetValueOrDefault(take.State), Transition = transitions.GetValueOrDefault(take.Transition) },
            TrialStep.Answer answer => answer with { State = states.GetValueOrDefault(answer.State) },
            var step => step,
        },
        [.. kept.Then.Select(id => states.GetValueOrDefault(id)).OrderBy(id => id.Value)]);
}
