using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>The version that imported tickets of a workflow stand on, by the ids of the dump. What was deleted there keeps its name.</summary>
internal sealed class ImportedWorkflow(WorkflowVersion version, WorkflowAccess access, ImportedIds ids, SourceRows source)
{
    public WorkflowVersion Version => version;

    public WorkflowAccess Access => access;

    public IReadOnlyDictionary<string, FormField> Fields { get; } = version.Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);

    /// <summary>The state as the version has it; null when it was deleted or was never there.</summary>
    public State? State(long id) => version.FindState(IdOf(id));

    /// <summary>The id of a state here; the one from there where it has none.</summary>
    public StateId IdOf(long state) => new(ids.Find(SourceTable.States, state) ?? state);

    public Caption NameOf(long state) => State(state)?.Name ?? Name(SourceTable.States, state);

    public Transition? Transition(long id) => ids.Find(SourceTable.Transitions, id) is { } known ? version.Transition(new TransitionId(known)) : null;

    public TransitionId TransitionIdOf(long id) => new(ids.Find(SourceTable.Transitions, id) ?? id);

    public Caption NameOfTransition(long id) => Transition(id)?.Name ?? Name(SourceTable.Transitions, id);

    private Caption Name(string table, long id) =>
        (source.Find(table, id) ?? source.FindDeleted(table, id)) is { } row && row.Whole("name").Trim() is { Length: > 0 } name
            ? new Caption(SourceText.Cut(name, Caption.MaxLength))
            : new Caption(string.Create(CultureInfo.InvariantCulture, $"#{id}"));
}
