using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Domain.Workflows;

/// <summary>One published version: an immutable graph, loaded whole. A ticket stays on its version.</summary>
public sealed class WorkflowVersion
{
    private readonly Dictionary<StateId, State> _states;
    private readonly Dictionary<TransitionId, Transition> _transitions;
    private readonly Dictionary<string, FormField> _fields;
    private readonly ILookup<StateId, Transition> _leaving;

    public WorkflowVersion(VersionId id, WorkflowId workflow, int number, WorkflowDocument document)
    {
        Id = id;
        Workflow = workflow;
        Number = number;
        Document = document;
        _states = document.States.ToDictionary(state => state.Id);
        _transitions = document.Transitions.ToDictionary(transition => transition.Id);
        _fields = document.Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);
        _leaving = document.Transitions.ToLookup(transition => transition.From);
        Blocks = ParallelBlocks.Of(document);
        NeedsLookups = document.States.Any(ParticipantLookups.IsNeededBy);
        Start = document.States.Single(state => state.Kind is StateKind.Start);
    }

    public VersionId Id { get; }

    public WorkflowId Workflow { get; }

    /// <summary>Counts from 1 within the workflow.</summary>
    public int Number { get; }

    public WorkflowDocument Document { get; }

    public Caption Name => Document.Name;

    public State Start { get; }

    /// <summary>Which states lie in parallel branches.</summary>
    public ParallelBlocks Blocks { get; }

    /// <summary>Whether entering any of its states may need facts beyond the company.</summary>
    internal bool NeedsLookups { get; }

    public IReadOnlyList<State> States => Document.States;

    public IReadOnlyList<Transition> Transitions => Document.Transitions;

    public IReadOnlyList<FormField> Fields => Document.Fields;

    /// <summary>The state with this id; one that is not in the version is a bug and throws.</summary>
    public State State(StateId id) => _states[id];

    /// <summary>The state with this id; null for one that the history of an imported ticket names and the version does not have.</summary>
    public State? FindState(StateId id) => _states.GetValueOrDefault(id);

    public Transition? Transition(TransitionId id) => _transitions.GetValueOrDefault(id);

    /// <summary>The workflow's own field with this key, or the title.</summary>
    public FormField? Field(string key) => key == BuiltInField.Title ? BuiltInField.TitleField : _fields.GetValueOrDefault(key);

    public IReadOnlyList<Transition> LeavingFrom(StateId id) => [.. _leaving[id]];
}
