using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>
/// Values such as each side of a comparison may have, so that publishing can ask the rule itself whether the two can
/// ever be compared.
/// </summary>
internal sealed class OperandSamples(WorkflowDocument document, Company company, IReadOnlyList<FormField> columns)
{
    public bool Knows(string key) => key == BuiltInField.Creator || CreatorFacts.IsOne(key) || Field(key) is not null;

    /// <summary>What a key means: first a column of the row that is spoken of, then a field.</summary>
    public FormField? Field(string key) => columns.FirstOrDefault(column => column.Key == key) ?? PublishingRules.Field(document, key);

    /// <summary>The field that is compared with something which no value of its type compares with; null when there is none.</summary>
    public string? NeverComparable(Condition condition) => condition switch
    {
        Condition.Compare compare => Key(compare.Left, compare.Right) is { } key && Never(compare.Left, compare.Right, Compares) ? key : null,
        Condition.In { Value: Operand.Field field } @in => @in.Listed.Any(listed => Never(field, listed, IsInOrCompares)) ? field.Key : null,
        Condition.Contains { Whole: Operand.Field field } contains when !MayContain(field.Key) || Never(field, contains.Part, Contains) => field.Key,
        _ => null,
    };

    private static string? Key(Operand left, Operand right) => (left as Operand.Field ?? right as Operand.Field)?.Key;

    private bool Never(Operand left, Operand right, Func<Operand, Operand, bool> fits)
    {
        var (ones, others) = (Of(left), Of(right));

        return ones is [_, ..] && others is [_, ..]
            && !ones.Any(one => others.Any(other => fits(new Operand.Literal(one), new Operand.Literal(other))));
    }

    // Two values that compare are equal or they are not; where neither holds, they do not compare.
    private static bool Compares(Operand left, Operand right) =>
        Holds(new Condition.Compare(left, Comparison.Equal, right)) || Holds(new Condition.Compare(left, Comparison.NotEqual, right));

    private static bool IsInOrCompares(Operand left, Operand right) => Holds(new Condition.In(left, [right])) || Compares(left, right);

    private static bool Contains(Operand left, Operand right) => left is Operand.Literal { Value: not FieldValue.Texts } || Holds(new Condition.Contains(left, right));

    private static bool Holds(Condition condition) => ConditionRules.Holds(condition, _ => null);

    private bool MayContain(string key) => Field(key)?.Type is null
        or FieldType.Text or FieldType.TextArea or FieldType.User or FieldType.Users or FieldType.Radio or FieldType.Select or FieldType.Checkbox or FieldType.MultiSelect;

    /// <summary>Values such as the operand may have; none where it may be anything, or nobody knows.</summary>
    private IReadOnlyList<FieldValue> Of(Operand operand) => operand switch
    {
        Operand.Literal literal => [literal.Value],
        Operand.Field field when CreatorFacts.IsOne(field.Key) => [CreatorFacts.All(field.Key, company)],
        Operand.Field field when Field(field.Key) is { } known => Of(known),
        Operand.Sum => [new FieldValue.Decimal(0)],
        _ => [],
    };

    private static IReadOnlyList<FieldValue> Of(FormField field) => field.Type switch
    {
        FieldType.Integer or FieldType.Decimal => [new FieldValue.Decimal(0)],
        FieldType.Boolean => [new FieldValue.Boolean(false)],
        FieldType.Date => [new FieldValue.Date(new DateOnly(2000, 1, 1))],
        FieldType.DateTime => [new FieldValue.Moment(DateTimeOffset.UnixEpoch)],
        FieldType.Radio or FieldType.Select => [.. field.Choices.Where(choice => !string.IsNullOrWhiteSpace(choice.Key)).Select(choice => new FieldValue.Text(choice.Key))],
        FieldType.Checkbox or FieldType.MultiSelect => [new FieldValue.Texts([.. field.Choices.Select(choice => choice.Key)])],
        FieldType.Attachment => [new FieldValue.Files([new AttachedFile(new FileId(Guid.Empty), "file", 0)])],
        FieldType.Table => [new FieldValue.Rows([FieldValues.None])],
        _ => [],
    };
}
