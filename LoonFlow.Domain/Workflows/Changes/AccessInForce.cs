using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>
/// What states let people do with fields as it holds, for comparing. A state that names no field shows those that viewers see;
/// once it names one it has to name all others too, and nothing changed for these.
/// </summary>
internal static class AccessInForce
{
    private const string Code = "access";

    /// <summary>The document, with what states leave unsaid said where one of the others says it.</summary>
    public static WorkflowDocument Spelled(WorkflowDocument document, params IEnumerable<WorkflowDocument> others)
    {
        var naming = others.SelectMany(other => other.States).Where(state => state.Access.Count > 0).Select(state => state.Id).ToHashSet();

        return !document.States.Any(state => state.Access.Count == 0 && naming.Contains(state.Id)) ? document : document with
        {
            States = [.. document.States.Select(state => state.Access.Count == 0 && naming.Contains(state.Id) ? state with { Access = FormRules.AccessUnsaid(document) } : state)],
        };
    }

    /// <summary>Where two together hid all that a state named, it goes on naming something: to name nothing would show everything.</summary>
    public static WorkflowDocument StillSaid(WorkflowDocument merged, WorkflowDocument spelled)
    {
        var naming = spelled.States.Where(state => state.Access.Count > 0).Select(state => state.Id).ToHashSet();

        return !merged.States.Any(state => state.Access.Count == 0 && naming.Contains(state.Id)) ? merged : merged with
        {
            States = [.. merged.States.Select(state => naming.Contains(state.Id) ? state with { Access = FieldEdits.Saying(state.Access, hidden: string.Empty) } : state)],
        };
    }

    /// <summary>The change of a state with its fields in the order in which the form has them; what the form does not have comes last.</summary>
    public static DocumentChange InFormOrder(DocumentChange change, WorkflowDocument before, WorkflowDocument after)
    {
        List<string> order = [BuiltInField.Title, .. Keys(after), .. Keys(before)];

        return change with
        {
            Properties =
            [
                .. change.Properties.TakeWhile(property => property.Property != Code),
                .. change.Properties.Where(property => property.Property == Code).OrderBy(property => order.IndexOf(property.Key) is var place && place < 0 ? int.MaxValue : place),
                .. change.Properties.SkipWhile(property => property.Property != Code).Where(property => property.Property != Code),
            ],
        };
    }

    private static IEnumerable<string> Keys(WorkflowDocument document) => FormLayouts.Keys(FormLayouts.Complete(document.Layout, document.Fields));
}
