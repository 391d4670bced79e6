using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>
/// Puts together what two people changed in one document, element by element and property by property. Total, and the
/// same for the same three documents. What cannot be put together is a conflict, and says what mine says until it is chosen.
/// </summary>
public static class DocumentMerge
{
    private static readonly IReadOnlySet<MergePlace> Nowhere = new HashSet<MergePlace>();

    /// <param name="base">What both began with.</param>
    /// <param name="mine">What wins where both changed the same.</param>
    /// <param name="theirs">What the other made of it.</param>
    public static MergeOutcome Merge(WorkflowDocument @base, WorkflowDocument mine, WorkflowDocument theirs) => Merged(@base, mine, theirs, Nowhere);

    /// <summary>The final document.</summary>
    /// <param name="outcome">What was merged.</param>
    /// <param name="takingTheirs">The conflicts in which the other side is right; in all others, mine is.</param>
    public static WorkflowDocument Resolve(MergeOutcome outcome, IReadOnlySet<MergePlace> takingTheirs) =>
        Merged(outcome.Base, outcome.Mine, outcome.Theirs, takingTheirs).Document;

    private static MergeOutcome Merged(WorkflowDocument @base, WorkflowDocument mine, WorkflowDocument theirs, IReadOnlySet<MergePlace> takingTheirs)
    {
        if (SameValue.Are(@base, theirs) || SameValue.Are(mine, theirs))
        {
            return new MergeOutcome(mine, []);
        }

        if (SameValue.Are(@base, mine))
        {
            return new MergeOutcome(theirs, []);
        }

        var work = new MergeWork(takingTheirs);
        var document = work.Element(DocumentElement.Workflow, mine.Name, DocumentParts.Workflow, @base, mine, theirs);
        var (were, own, others) = (AccessInForce.Spelled(@base, mine, theirs), AccessInForce.Spelled(mine, @base, theirs), AccessInForce.Spelled(theirs, @base, mine));
        document = AccessInForce.StillSaid(work.List(DocumentParts.States, document, were, own, others), own);
        document = work.List(DocumentParts.Transitions, document, @base, mine, theirs);
        document = work.List(DocumentParts.Fields, document, @base, mine, theirs);
        document = work.List(DocumentParts.Notes, document, @base, mine, theirs);

        return new MergeOutcome(document, work.Conflicts) { Base = @base, Mine = mine, Theirs = theirs };
    }
}
