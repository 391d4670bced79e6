using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Forms;

/// <summary>What of a form is shown and writable in a state, and whether what was filled in is accepted (spec B.6).</summary>
public static class FormRules
{
    public const int MaxTextLength = 1_000;
    public const int MaxTextAreaLength = 20_000;
    public const int MaxPeople = 200;
    public const int MaxFiles = 20;
    public const int MaxRows = 200;
    public const int MaxColumns = 20;

    /// <summary>What someone who handles a ticket in this state sees, in order. One that names no field shows what viewing shows.</summary>
    public static IReadOnlyList<FormEntry> ForHandling(WorkflowVersion workflow, State state) =>
        state.Access.Count == 0 ? ForViewing(workflow) : Entries(workflow, state.Access);

    /// <summary>What someone who may only view sees: the workflow's display fields, or every field where none is named; always read-only.</summary>
    public static IReadOnlyList<FormEntry> ForViewing(WorkflowVersion workflow) => Entries(workflow, AccessUnsaid(workflow.Document));

    /// <summary>What holds in a state that names no field.</summary>
    public static IReadOnlyDictionary<string, FieldAccess> AccessUnsaid(WorkflowDocument document)
    {
        IEnumerable<string> keys = document.DisplayFields is [_, ..] named ? named : [BuiltInField.Title, .. document.Fields.Select(field => field.Key)];

        return keys.Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => FieldAccess.ReadOnly, StringComparer.Ordinal);
    }

    /// <summary>
    /// What a request may really change, or every problem at once. Fields that are hidden or read-only in the state, that
    /// their condition does not show or their formula works out, and unknown keys, are ignored (spec B.6). A required field
    /// is satisfied by the value sent, else by the one stored. What formulas come to is part of the changes.
    /// </summary>
    /// <param name="workflow">Whose form.</param>
    /// <param name="state">Where it is filled in.</param>
    /// <param name="requiresFields">Whether required fields must be filled in.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="stored">What is on the ticket.</param>
    /// <param name="facts">Who is there, and which files may be attached.</param>
    /// <param name="creator">Who files or filed the ticket, for conditions that ask.</param>
    public static Result<FieldChanges> Accept(
        WorkflowVersion workflow,
        State state,
        bool requiresFields,
        FieldChanges sent,
        FieldChanges stored,
        DecisionFacts facts,
        UserId? creator = null) => new FormAcceptance(workflow, ForHandling(workflow, state), requiresFields, sent, stored, facts, creator).Result();

    /// <summary>What is filled in on a ticket already.</summary>
    internal static FieldChanges Stored(Ticket ticket) =>
        new(ticket.Title, ticket.Values.ToDictionary(pair => pair.Key, pair => (FieldValue?)pair.Value, StringComparer.Ordinal));

    private static IReadOnlyList<FormEntry> Entries(WorkflowVersion workflow, IReadOnlyDictionary<string, FieldAccess> access) =>
        [.. access.Select(pair => Entry(workflow, pair.Key, pair.Value)).OfType<FormEntry>().OrderBy(entry => entry.Order).ThenBy(entry => entry.Field?.Id.Value)];

    private static FormEntry? Entry(WorkflowVersion workflow, string key, FieldAccess access) =>
        workflow.Field(key) is { } field ? new FormEntry(key, field, field.Formula is null ? access : FieldAccess.ReadOnly, field.Order)
        : BuiltInField.Positions.TryGetValue(key, out var order) ? new FormEntry(key, null, FieldAccess.ReadOnly, order)
        : null;
}
