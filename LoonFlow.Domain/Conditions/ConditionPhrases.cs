using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Conditions;

/// <summary>Conditions as people read them: fields, choices, departments and roles by their names instead of keys and ids.</summary>
/// <param name="fieldOf">The field of a key; null where there is none.</param>
/// <param name="language">The reader's language (a two-letter ISO 639-1 code).</param>
/// <param name="company">Who is there.</param>
public sealed class ConditionPhrases(Func<string, FormField?> fieldOf, string language, Company company)
{
    internal static readonly Caption Creator = new("创建人", "Creator");
    internal static readonly Caption CreatorsDepartment = new("创建人部门", "Creator’s department");
    internal static readonly Caption CreatorsRole = new("创建人角色", "Creator’s role");
    private static readonly Caption And = new("且", "and");
    private static readonly Caption Or = new("或", "or");
    private static readonly Caption Not = new("非", "not");
    private static readonly Caption OneOf = new("属于", "is one of");
    private static readonly Caption NoneOf = new("不属于", "is none of");
    private static readonly Caption Includes = new("包含", "contains");
    private static readonly Caption Lacks = new("不包含", "does not contain");
    private static readonly Caption IsEmpty = new("为空", "is empty");
    private static readonly Caption IsFilled = new("不为空", "is filled in");
    private static readonly Caption Always = new("总是", "always");
    private static readonly Caption Never = new("从不", "never");
    private static readonly Caption Sum = new("合计", "sum of");

    public string Of(Condition condition) => condition switch
    {
        Condition.All { Parts: [] } => Said(Always),
        Condition.Any { Parts: [] } => Said(Never),
        Condition.All all => string.Join($" {Said(And)} ", all.Parts.Select(part => part is Condition.Any { Parts.Count: > 1 } ? $"({Of(part)})" : Of(part))),
        Condition.Any any => string.Join($" {Said(Or)} ", any.Parts.Select(Of)),
        Condition.Compare compare => $"{Read(compare.Left, compare.Right)} {Sign(compare.Operator)} {Read(compare.Right, compare.Left)}",
        Condition.In @in => $"{Read(@in.Value)} {Said(OneOf)} {Listed(@in)}",
        Condition.Not { Part: Condition.In @in } => $"{Read(@in.Value)} {Said(NoneOf)} {Listed(@in)}",
        Condition.Contains contains => $"{Read(contains.Whole)} {Said(Includes)} {Read(contains.Part, contains.Whole)}",
        Condition.Not { Part: Condition.Contains contains } => $"{Read(contains.Whole)} {Said(Lacks)} {Read(contains.Part, contains.Whole)}",
        Condition.Empty empty => $"{Name(empty.Field)} {Said(IsEmpty)}",
        Condition.Not { Part: Condition.Empty empty } => $"{Name(empty.Field)} {Said(IsFilled)}",
        Condition.Not not => $"{Said(Not)} ({Of(not.Part)})",
        _ => string.Empty,
    };

    /// <summary>A formula as people read it.</summary>
    public string Of(Operand formula) => Read(formula);

    /// <summary>What people call the field of this key.</summary>
    public string Name(string key) => key switch
    {
        BuiltInField.Creator => Said(Creator),
        CreatorFacts.Department => Said(CreatorsDepartment),
        CreatorFacts.Role => Said(CreatorsRole),
        _ => fieldOf(key)?.Name.In(language) ?? key,
    };

    /// <summary>What people read for a value of this key.</summary>
    public string Value(string key, FieldValue value) => value is FieldValue.Texts ids && CreatorFacts.IsOne(key)
        ? ValueTexts.Joined(ids.Values.Select(id => Value(new FieldValue.Text(id), key)), language)
        : Value(value, key);

    private string Listed(Condition.In @in) => ValueTexts.Joined(@in.Listed.Select(listed => Read(listed, @in.Value)), language);

    /// <param name="operand">What is read.</param>
    /// <param name="beside">What it is compared with: a choice's key reads as its caption only beside its field.</param>
    private string Read(Operand operand, Operand? beside = null) => operand switch
    {
        Operand.Field field => Name(field.Key),
        Operand.Literal literal => Value(literal.Value, (beside as Operand.Field)?.Key),
        Operand.Sum sum => $"{Said(Sum)} {Name(sum.Table)} · {ColumnName(sum)}",
        Operand.Arithmetic by => $"{Inner(by.Left)} {Sign(by.Operator)} {Inner(by.Right)}",
        _ => string.Empty,
    };

    private string ColumnName(Operand.Sum sum) => fieldOf(sum.Table)?.Columns.FirstOrDefault(column => column.Key == sum.Column)?.Name.In(language) ?? sum.Column;

    private string Inner(Operand operand) => operand is Operand.Arithmetic ? $"({Read(operand)})" : Read(operand);

    private string Value(FieldValue value, string? key) => key switch
    {
        CreatorFacts.Department when Number(value) is { } id => company.Department(new DepartmentId(id))?.Name ?? $"#{id}",
        CreatorFacts.Role when Number(value) is { } id => company.Role(new RoleId(id))?.Name ?? $"#{id}",
        BuiltInField.Creator when value is FieldValue.Text text => company.UserNamed(text.Value)?.Name ?? text.Value,
        null => Plain(null, value),
        _ => Plain(fieldOf(key), value),
    };

    // A number beside a field of choices is the key of one: loonflow's designers wrote both.
    private string Plain(FormField? field, FieldValue value) => ValueTexts.Of(
        field,
        field is { TakesChoices: true } && Number(value) is { } key ? new FieldValue.Text(key.ToString(CultureInfo.InvariantCulture)) : value,
        language,
        TimeZoneInfo.Utc,
        company);

    private static long? Number(FieldValue value) => value switch
    {
        FieldValue.Integer integer => integer.Value,
        FieldValue.Text text when long.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private string Said(Caption word) => word.In(language);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "≠",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "≤",
        Comparison.Greater => ">",
        _ => "≥",
    };

    private static string Sign(ArithmeticOperator arithmetic) => arithmetic switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "−",
        ArithmeticOperator.Multiply => "×",
        _ => "÷",
    };
}
