using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>Why a condition that can be read will not do what its designer meant.</summary>
/// <param name="Key">The field that it is about.</param>
/// <param name="IsUnknown">Whether there is no such field; else it is compared with something that it can never be compared with.</param>
public sealed record ConditionDoubt(string Key, bool IsUnknown);

/// <summary>Looks at conditions with the eyes of publishing, while they are being written.</summary>
public static class ConditionDoubts
{
    /// <param name="condition">What was written.</param>
    /// <param name="fields">What it may ask about, besides the title and the creator.</param>
    /// <param name="company">Who is there.</param>
    public static IReadOnlyList<ConditionDoubt> Of(Condition condition, IReadOnlyList<FormField> fields, Company company)
    {
        var operands = new OperandSamples(new WorkflowDocument { Name = string.Empty, Fields = fields }, company, columns: []);

        return
        [
            .. ConditionFields.Of(condition).Where(key => !operands.Knows(key)).Select(key => new ConditionDoubt(key, IsUnknown: true)),
            .. ConditionNodes.Of(condition).OfType<Condition>().Select(operands.NeverComparable).OfType<string>().Distinct(StringComparer.Ordinal).Select(key => new ConditionDoubt(key, IsUnknown: false)),
        ];
    }
}
