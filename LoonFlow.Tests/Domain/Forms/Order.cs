using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Forms;

/// <summary>A form with everything: a table with sums, formulas, cascades, conditions and checks.</summary>
internal static class Order
{
    public static readonly StateId Start = new(1);
    public static readonly StateId Check = new(2);

    public static readonly FormField Items = new()
    {
        Id = new FieldId(20),
        Key = "items",
        Name = new Caption("明细", "Items"),
        Type = FieldType.Table,
        Order = 240,
        Columns =
        [
            Field("what", FieldType.Text) with { RequireWhen = new Condition.All([]), Name = new Caption("品名", "What") },
            Field("count", FieldType.Integer) with { Limits = new ValueLimits(Min: 1), Name = new Caption("数量", "Count") },
            Field("price", FieldType.Decimal),
            Field("amount", FieldType.Decimal) with { Formula = Formula("count * price"), ShowsSum = true },
        ],
    };

    private static readonly IReadOnlyList<FormField> Listed =
    [
        Field("country", FieldType.Select) with { Choices = [new Choice("cn", "China"), new Choice("de", "Germany")] },
        Field("city", FieldType.Select) with
        {
            CascadesFrom = "country",
            Choices = [new Choice("sh", "Shanghai") { Under = ["cn"] }, new Choice("bj", "Beijing") { Under = ["cn"] }, new Choice("be", "Berlin") { Under = ["de"] }, new Choice("x", "Elsewhere")],
        },
        Field("urgent", FieldType.Boolean),
        Field("reason", FieldType.TextArea) with { ShowWhen = Condition("urgent == true"), RequireWhen = Condition("total > 1000") },
        Field("start", FieldType.Date),
        Field("end", FieldType.Date),
        Field("days", FieldType.Integer) with { Formula = Formula("end - start + 1") },
        Items,
        Field("total", FieldType.Decimal) with { Formula = Formula("sum(items.amount) + freight") },
        Field("freight", FieldType.Decimal) with { Limits = new ValueLimits(Min: 0, Max: 500) },
        Field("code", FieldType.Text) with { Limits = new ValueLimits(MinLength: 2, MaxLength: 8, Pattern: "[A-Z]+[0-9]*", PatternHint: new Caption("大写字母加数字", "Capitals, then digits")) },
    ];

    public static readonly WorkflowDocument Document = new()
    {
        Name = new Caption("采购单", "Order"),
        Fields = [.. Listed.Select((field, index) => field with { Order = 200 + (index * 10) })],
        Checks = [new FormCheck(Condition("end >= start"), new Caption("结束早于开始", "It ends before it begins"), "end")],
        States =
        [
            new State { Id = Start, Name = "New", Kind = StateKind.Start, Access = Sketch.Access("title?", "country?", "city?", "urgent?", "reason!", "start?", "end?", "days?", "items!", "total?", "freight!", "code?") },
            new State { Id = Check, Name = "Check", Participants = new ParticipantSpec.Creator(), Access = Sketch.Access("title", "country", "city?", "total") },
            new State { Id = new StateId(3), Name = "Done", Kind = StateKind.End },
        ],
        Transitions =
        [
            new Transition { Id = new TransitionId(1), Name = "Send", From = Start, To = Check },
            new Transition { Id = new TransitionId(2), Name = "Agree", From = Check, To = new StateId(3) },
        ],
    };

    public static readonly WorkflowVersion Version = VersionOf(Document);

    public static DecisionFacts Facts => new Story(Leave.Version).Facts;

    public static WorkflowVersion VersionOf(WorkflowDocument document) => new(new VersionId(1), new WorkflowId(1), 1, document);

    public static FieldValue Rows(params FieldValues[] rows) => new FieldValue.Rows(rows);

    public static FieldValues Row(string? what = null, long? count = null, decimal? price = null) => FieldValues.Of(
        ("what", what is null ? null : new FieldValue.Text(what)),
        ("count", count is { } number ? new FieldValue.Integer(number) : null),
        ("price", price is { } amount ? new FieldValue.Decimal(amount) : null));

    public static FormField Field(string key, FieldType type) => new() { Id = new FieldId(key.Sum(sign => sign)), Key = key, Name = key, Type = type };

    public static Condition Condition(string text) => ConditionText.Read(text).Condition!;

    public static Operand Formula(string text) => ConditionText.ReadFormula(text).Operand!;
}
