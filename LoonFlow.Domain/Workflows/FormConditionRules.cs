using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for the conditions and formulas of a document, wherever they stand.</summary>
internal static class FormConditionRules
{
    /// <param name="document">The whole.</param>
    /// <param name="company">Who is there.</param>
    /// <param name="owner">What people call the thing that has the condition.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="columns">Of the table whose row it speaks of; none for others.</param>
    public static IEnumerable<PublishingProblem> OfCondition(
        WorkflowDocument document, Company company, Caption owner, Condition condition, IReadOnlyList<FormField>? columns = null)
    {
        if (ConditionNodes.IsTooDeep(condition))
        {
            return [PublishingProblems.ConditionTooDeep(owner)];
        }

        var operands = new OperandSamples(document, company, columns ?? []);

        return
        [
            .. ConditionFields.Of(condition).Where(key => !operands.Knows(key)).Select(key => PublishingProblems.ConditionUnknownField(owner, key).Of(key)),
            .. OfSums(document, owner, condition),
            .. ConditionNodes.Of(condition)
                .OfType<Condition>()
                .Select(operands.NeverComparable)
                .OfType<string>()
                .Distinct()
                .Select(key => PublishingProblems.ConditionNeverHolds(owner, operands.Field(key)?.Name ?? key).Of(key)),
        ];
    }

    public static IEnumerable<PublishingProblem> OfFormula(WorkflowDocument document, FormField field, Operand formula, IReadOnlyList<FormField>? columns = null)
    {
        if (ConditionNodes.IsTooDeep(formula))
        {
            return [PublishingProblems.ConditionTooDeep(field.Name)];
        }

        if (!FormulaRules.MayCompute(field.Type))
        {
            return [PublishingProblems.FormulaNotHere(field)];
        }

        PublishingProblem[] unknown =
        [
            .. ConditionFields.Of(formula).Where(key => Known(key) is null && key != BuiltInField.Creator).Select(key => PublishingProblems.ConditionUnknownField(field.Name, key)),
            .. OfSums(document, field.Name, formula),
        ];

        return unknown is [] && FormulaSamples.NeverFits(field, Known) ? [PublishingProblems.FormulaNeverFits(field)] : unknown;

        FormField? Known(string key) => columns?.FirstOrDefault(column => column.Key == key) ?? PublishingRules.Field(document, key);
    }

    private static IEnumerable<PublishingProblem> OfSums(WorkflowDocument document, Caption owner, object root) => ConditionNodes.Of(root)
        .OfType<Operand.Sum>()
        .Distinct()
        .Where(sum => PublishingRules.Field(document, sum.Table) is { } table && !table.Columns.Any(column => column.Key == sum.Column && column.TakesNumbers))
        .Select(sum => PublishingProblems.SumUnknown(owner, sum).Of(sum.Table));
}
