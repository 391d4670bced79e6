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

    /// <summary>What someone who handles a ticket in this state sees, in order. A state that names no field shows every field read-only.</summary>
    public static IReadOnlyList<FormEntry> ForHandling(WorkflowVersion workflow, State state) =>
        state.Access.Count == 0 ? ForViewing(workflow) : Entries(workflow, state.Access);

    /// <summary>What someone who may only view sees: the workflow's display fields, or every field where none is named; always read-only.</summary>
    public static IReadOnlyList<FormEntry> ForViewing(WorkflowVersion workflow)
    {
        string[] keys = workflow.Document.DisplayFields is [_, ..] named
            ? [.. named.Distinct(StringComparer.Ordinal)]
            : [BuiltInField.Title, .. workflow.Fields.Select(field => field.Key)];

        return Entries(workflow, keys.ToDictionary(key => key, _ => FieldAccess.ReadOnly, StringComparer.Ordinal));
    }

    /// <summary>
    /// What a request may really change, or every problem at once. Fields that are hidden or read-only in the state, and
    /// unknown keys, are ignored (spec B.6). A required field is satisfied by the value sent, else by the one stored.
    /// </summary>
    public static Result<FieldChanges> Accept(
        WorkflowVersion workflow,
        State state,
        bool requiresFields,
        FieldChanges sent,
        FieldChanges stored,
        DecisionFacts facts)
    {
        var problems = new List<FieldProblem>();
        var accepted = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);
        string? title = null;

        foreach (var entry in ForHandling(workflow, state).Where(entry => entry.IsWritable))
        {
            var field = entry.Field!;
            var isSent = Sent(sent, field, out var value);
            var effective = isSent ? value : Stored(stored, field);

            if (requiresFields && entry.Access is FieldAccess.Required && (effective is null || effective.IsEmpty))
            {
                problems.Add(FieldProblems.Missing(field));
            }
            else if (isSent && value is { IsEmpty: false } && FieldProblems.WithValue(field, value, facts) is { } problem)
            {
                problems.Add(problem);
            }
            else if (isSent && field.Key == BuiltInField.Title)
            {
                title = (value as FieldValue.Text)?.Value.Trim();
            }
            else if (isSent)
            {
                accepted[field.Key] = value;
            }
        }

        return problems is [] ? new FieldChanges(title, accepted) : TicketRefusals.FormIncomplete with { Fields = problems };
    }

    /// <summary>What is filled in on a ticket already.</summary>
    internal static FieldChanges Stored(Ticket ticket) =>
        new(ticket.Title, ticket.Values.ToDictionary(pair => pair.Key, pair => (FieldValue?)pair.Value, StringComparer.Ordinal));

    private static bool Sent(FieldChanges sent, FormField field, out FieldValue? value)
    {
        if (field.Key != BuiltInField.Title)
        {
            return sent.Values.TryGetValue(field.Key, out value);
        }

        value = sent.Title is { } title ? new FieldValue.Text(title) : null;
        return sent.Title is not null;
    }

    private static FieldValue? Stored(FieldChanges stored, FormField field) => field.Key == BuiltInField.Title
        ? stored.Title is { } title ? new FieldValue.Text(title) : null
        : stored.Values.GetValueOrDefault(field.Key);

    private static IReadOnlyList<FormEntry> Entries(WorkflowVersion workflow, IReadOnlyDictionary<string, FieldAccess> access) =>
        [.. access.Select(pair => Entry(workflow, pair.Key, pair.Value)).OfType<FormEntry>().OrderBy(entry => entry.Order).ThenBy(entry => entry.Field?.Id.Value)];

    private static FormEntry? Entry(WorkflowVersion workflow, string key, FieldAccess access) =>
        workflow.Field(key) is { } field ? new FormEntry(key, field, access, field.Order)
        : BuiltInField.Positions.TryGetValue(key, out var order) ? new FormEntry(key, null, FieldAccess.ReadOnly, order)
        : null;
}
