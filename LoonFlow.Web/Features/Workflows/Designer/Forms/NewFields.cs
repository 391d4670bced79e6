using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>What a field is like that was just dropped on the form: complete enough to be published at once.</summary>
internal static class NewFields
{
    private static readonly Dictionary<FieldType, (string Key, Caption Name)> Known = new()
    {
        [FieldType.Text] = ("text", new Caption("单行文本", "Text")),
        [FieldType.TextArea] = ("note", new Caption("多行文本", "Long text")),
        [FieldType.Integer] = ("count", new Caption("整数", "Whole number")),
        [FieldType.Decimal] = ("amount", new Caption("数字", "Number")),
        [FieldType.Boolean] = ("yes_no", new Caption("是否", "Yes or no")),
        [FieldType.Date] = ("date", new Caption("日期", "Date")),
        [FieldType.DateTime] = ("time", new Caption("日期时间", "Date and time")),
        [FieldType.Radio] = ("choice", new Caption("单选", "One choice")),
        [FieldType.Checkbox] = ("choices", new Caption("多选", "Several choices")),
        [FieldType.Select] = ("select", new Caption("下拉单选", "One out of a list")),
        [FieldType.MultiSelect] = ("selection", new Caption("下拉多选", "Several out of a list")),
        [FieldType.User] = ("person", new Caption("人员", "Person")),
        [FieldType.Users] = ("people", new Caption("多个人员", "People")),
        [FieldType.Attachment] = ("files", new Caption("附件", "Files")),
        [FieldType.Table] = ("items", new Caption("明细表", "Table")),
    };

    public static FormField Of(FieldType type, FieldId id, IEnumerable<FormField> beside) =>
        Fitted(new FormField { Id = id, Key = FieldEdits.FreeKey(beside, Known[type].Key), Name = Known[type].Name.ForReader(), Type = type });

    /// <summary>The field as one of another type: what that type cannot have goes, what it needs comes.</summary>
    public static FormField As(FormField field, FieldType type)
    {
        var typed = field with { Type = type, Default = null, Limits = ValueLimits.None };

        return Fitted(typed with
        {
            Formula = FormulaRules.MayCompute(type) ? typed.Formula : null,
            CascadesFrom = typed.TakesChoices ? typed.CascadesFrom : null,
            Choices = typed.TakesChoices ? typed.Choices : [],
            Columns = type is FieldType.Table ? typed.Columns : [],
            ShowsSum = typed.ShowsSum && type is FieldType.Integer or FieldType.Decimal,
        });
    }

    private static FormField Fitted(FormField field) => field switch
    {
        { TakesChoices: true, Choices: [] } => field with { Choices = [new Choice("1", ReaderLanguage.Named("选项一", "First choice")), new Choice("2", ReaderLanguage.Named("选项二", "Second choice"))] },
        { Type: FieldType.Table, Columns: [] } => field with { Columns = Columns(field.Id) },
        _ => field,
    };

    private static IReadOnlyList<FormField> Columns(FieldId id) =>
    [
        new() { Id = id, Key = "item", Name = ReaderLanguage.Named("项目", "Item"), Type = FieldType.Text, RequireWhen = new Condition.All([]) },
        new() { Id = id, Key = "quantity", Name = ReaderLanguage.Named("数量", "Quantity"), Type = FieldType.Integer },
        new() { Id = id, Key = "price", Name = ReaderLanguage.Named("单价", "Price"), Type = FieldType.Decimal },
        new() { Id = id, Key = "amount", Name = ReaderLanguage.Named("金额", "Amount"), Type = FieldType.Decimal, Formula = ConditionText.ReadFormula("quantity * price").Operand, ShowsSum = true },
    ];
}
