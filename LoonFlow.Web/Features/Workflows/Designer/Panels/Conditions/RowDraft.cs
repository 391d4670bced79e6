using LoonFlow.Domain.Conditions;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Conditions;

/// <summary>A row while it is filled in; one that says nothing yet counts for nothing.</summary>
/// <param name="Number">Tells rows of one editor apart, so that a focus stays with its row.</param>
/// <param name="Row">What it says so far.</param>
internal sealed record RowDraft(int Number, ConditionRow Row)
{
    public bool IsComplete => !RowOperators.TakesValue(Row.Operator) || (Row.Values.Count > 0 && Row.Values.All(value => !value.IsEmpty));
}
