using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows;

/// <summary>Edits of the fields of a document, and of what states let people do with them.</summary>
public static class FieldEdits
{
    /// <summary>Whether this can be a key: one word that conditions can speak of without braces, and nothing that callers know for something else.</summary>
    public static bool IsKey(string key) => key.Length > 0 && FieldPublishingRules.IsKey(key) && !BuiltInField.ReservedKeys.Contains(key);

    /// <summary>A key like this one that no field has.</summary>
    public static string FreeKey(IEnumerable<FormField> fields, string like)
    {
        var taken = fields.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);

        return Enumerable.Range(1, taken.Count + 1).Select(number => $"{like}{number}").First(key => !taken.Contains(key));
    }

    /// <summary>Another field, behind all others: whoever files a ticket may fill it in, and whoever handles one sees it.</summary>
    public static WorkflowDocument Add(WorkflowDocument document, FormField field)
    {
        var added = field with { Order = Math.Max(200, document.Fields.Select(other => other.Order).DefaultIfEmpty(0).Max() + 10) };

        return document with
        {
            Fields = [.. document.Fields, added],
            States =
            [
                .. document.States.Select(state =>
                    state.Kind is StateKind.Start ? WithAccess(document, state, added.Key, FieldAccess.Optional)
                    : state.Access.Count > 0 && !state.IsPassage ? WithAccess(document, state, added.Key, FieldAccess.ReadOnly)
                    : state),
            ],
        };
    }

    /// <summary>The field with this key, changed; its key stays.</summary>
    public static WorkflowDocument Change(WorkflowDocument document, string key, Func<FormField, FormField> change) =>
        document with { Fields = [.. document.Fields.Select(field => field.Key == key ? change(field) with { Key = key } : field)] };

    /// <summary>Lets people do this with these fields in these states; null hides them.</summary>
    public static WorkflowDocument Allow(WorkflowDocument document, IEnumerable<(StateId State, string Key)> cells, FieldAccess? access)
    {
        var byState = cells.ToLookup(cell => cell.State, cell => cell.Key);

        return document with
        {
            States = [.. document.States.Select(state => byState[state.Id].Aggregate(state, (changed, key) => WithAccess(document, changed, key, Possible(document, key, access))))],
        };
    }

    /// <summary>What people may do with a field in a state; null where it is hidden.</summary>
    public static FieldAccess? AccessIn(WorkflowDocument document, State state, string key) => Said(document, state).TryGetValue(key, out var access) ? access : null;

    private static IReadOnlyDictionary<string, FieldAccess> Said(WorkflowDocument document, State state) => state.Access.Count > 0 ? state.Access : FormRules.AccessUnsaid(document);

    /// <summary>A state that names no field shows what viewers see; once it names one, what it showed has to be said too.</summary>
    private static State WithAccess(WorkflowDocument document, State state, string key, FieldAccess? access)
    {
        if (AccessIn(document, state, key) == access)
        {
            return state;
        }

        var named = new Dictionary<string, FieldAccess>(Said(document, state), StringComparer.Ordinal);
        named.Remove(key);

        if (access is { } allowed)
        {
            named[key] = allowed;
        }

        return state with { Access = Saying(named, key) };
    }

    /// <summary>To name no field would show all that viewers see: what is to show nothing more names what harms nobody.</summary>
    /// <param name="access">What the state lets people do.</param>
    /// <param name="hidden">What is not to be seen any more.</param>
    internal static IReadOnlyDictionary<string, FieldAccess> Saying(IReadOnlyDictionary<string, FieldAccess> access, string hidden) => access.Count > 0 ? access
        : new Dictionary<string, FieldAccess>(StringComparer.Ordinal) { [hidden == BuiltInField.Title ? BuiltInField.Serial : BuiltInField.Title] = FieldAccess.ReadOnly };

    private static FieldAccess? Possible(WorkflowDocument document, string key, FieldAccess? access) =>
        access is not null && PublishingRules.Field(document, key)?.Formula is not null ? FieldAccess.ReadOnly : access;
}
