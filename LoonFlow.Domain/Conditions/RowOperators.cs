namespace LoonFlow.Domain.Conditions;

/// <summary>Which comparisons make sense for which sort of value, the most usual first.</summary>
public static class RowOperators
{
    private static readonly RowOperator[] Ordered =
    [
        RowOperator.Equal, RowOperator.NotEqual, RowOperator.Greater, RowOperator.GreaterOrEqual, RowOperator.Less, RowOperator.LessOrEqual,
        RowOperator.Empty, RowOperator.NotEmpty,
    ];

    private static readonly RowOperator[] One =
        [RowOperator.Equal, RowOperator.NotEqual, RowOperator.In, RowOperator.NotIn, RowOperator.Empty, RowOperator.NotEmpty];

    private static readonly RowOperator[] Several =
        [RowOperator.Contains, RowOperator.NotContains, RowOperator.In, RowOperator.NotIn, RowOperator.Empty, RowOperator.NotEmpty];

    public static IReadOnlyList<RowOperator> For(SubjectKind kind) => kind switch
    {
        SubjectKind.Number or SubjectKind.Date or SubjectKind.Moment => Ordered,
        SubjectKind.Total => Ordered[..6],
        SubjectKind.Boolean => [RowOperator.Equal, RowOperator.NotEqual, RowOperator.Empty, RowOperator.NotEmpty],
        SubjectKind.Choice or SubjectKind.Person => One,
        SubjectKind.Choices or SubjectKind.People => Several,
        SubjectKind.Department or SubjectKind.Role => [RowOperator.In, RowOperator.NotIn],
        SubjectKind.Files or SubjectKind.Table => [RowOperator.Empty, RowOperator.NotEmpty],
        _ => [RowOperator.Equal, RowOperator.NotEqual, RowOperator.Contains, RowOperator.NotContains, RowOperator.In, RowOperator.NotIn, RowOperator.Empty, RowOperator.NotEmpty],
    };

    public static bool TakesValue(RowOperator by) => by is not (RowOperator.Empty or RowOperator.NotEmpty);

    public static bool TakesSeveral(RowOperator by) => by is RowOperator.In or RowOperator.NotIn;
}
