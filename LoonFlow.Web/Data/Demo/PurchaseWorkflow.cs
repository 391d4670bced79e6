using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Purchase: leader, finance, above 50,000 the CEO, then a buyer drawn at random, then the requester confirms the goods.</summary>
internal static class PurchaseWorkflow
{
    public const string Kind = "purchase_kind";
    public const string Items = "purchase_items";
    public const string Amount = "purchase_amount";
    public const string NeededBy = "purchase_needed_by";
    public const string Urgent = "purchase_urgent";
    public const string Quotes = "purchase_quotes";
    public const string Order = "purchase_order";

    public static WorkflowDocument Draw(WorkflowSketch sketch)
    {
        sketch.Field(Kind, FieldType.Select, "采购类别", "Category", field => field with
        {
            Choices = WorkflowSketch.Choices(("hardware", "硬件", "Hardware"), ("software", "软件", "Software"), ("office", "办公用品", "Office supplies"), ("service", "服务", "Services")),
        });
        sketch.Field(Items, FieldType.TextArea, "采购清单", "What to buy", field => field with { Template = new Caption("名称 × 数量：", "Item × quantity:") });
        sketch.Field(Amount, FieldType.Decimal, "预算金额（元）", "Budget (CNY)");
        sketch.Field(NeededBy, FieldType.Date, "期望到货日期", "Needed by");
        sketch.Field(Urgent, FieldType.Boolean, "是否加急", "Urgent", field => field with
        {
            TrueCaption = new Caption("加急", "Urgent"),
            FalseCaption = new Caption("普通", "Normal"),
            Default = "0",
        });
        sketch.Field(Quotes, FieldType.Attachment, "报价单", "Quotes");
        sketch.Field(Order, FieldType.Text, "采购订单号", "Order number");

        var read = sketch.All(FieldAccess.ReadOnly);
        var start = sketch.State("新建中", "New", StateKind.Start, new ParticipantSpec.Creator(), state => state with
        {
            Access = sketch.All(FieldAccess.Required, (Urgent, FieldAccess.Optional), (Quotes, FieldAccess.Optional))
                .Where(pair => pair.Key != Order).ToDictionary(pair => pair.Key, pair => pair.Value),
        });
        var leader = sketch.State("直属主管审批中", "Leader approval", StateKind.Normal, new ParticipantSpec.CreatorsLeader(), state => state with
        {
            Access = read,
            Distribution = Distribution.Direct,
        });
        var finance = sketch.State("财务审批中", "Finance approval", StateKind.Normal, sketch.Department("finance"), state => state with { Access = read });
        var ceo = sketch.State("CEO审批中", "CEO approval", StateKind.Normal, sketch.Person("chen"), state => state with { Access = read });
        var buying = sketch.State("采购执行中", "Buying", StateKind.Normal, sketch.Role(DemoPeople.Buyers), state => state with
        {
            Access = sketch.All(FieldAccess.ReadOnly, (Order, FieldAccess.Required)),
            Distribution = Distribution.Random,
            AllowsWithdrawal = false,
        });
        var receipt = sketch.State("验收中", "Goods received?", StateKind.Normal, new ParticipantSpec.Creator(), state => state with
        {
            Access = read,
            AllowsWithdrawal = false,
        });
        var end = sketch.State("结束", "End", StateKind.End, new ParticipantSpec.None());

        sketch.Transition(start, "提交", "Submit", TransitionKind.Agree, leader);
        sketch.Transition(leader, "同意", "Agree", TransitionKind.Agree, finance);
        sketch.Transition(leader, "不批准", "Reject", TransitionKind.Refuse, end, transition => transition with
        {
            Confirmation = new Caption("不批准后工单结束，确定吗？", "Rejecting ends the ticket. Really?"),
        });
        sketch.Transition(finance, "同意", "Agree", TransitionKind.Agree, buying, transition => transition with
        {
            Branches =
            [
                new Branch(
                    new Condition.Compare(new Operand.Field(Amount), Comparison.Greater, new Operand.Literal(new FieldValue.Integer(50_000))),
                    ceo.Id),
            ],
        });
        sketch.Transition(finance, "退回", "Return", TransitionKind.Refuse, start);
        sketch.Transition(ceo, "同意", "Agree", TransitionKind.Agree, buying);
        sketch.Transition(ceo, "不批准", "Reject", TransitionKind.Refuse, end);
        sketch.Transition(buying, "已下单到货", "Delivered", TransitionKind.Agree, receipt);
        sketch.Transition(receipt, "验收通过", "Received", TransitionKind.Agree, end);
        sketch.Transition(receipt, "货物有误", "Wrong goods", TransitionKind.Refuse, buying);

        return sketch.Document(
            "采购申请", "Purchase", "设备、软件、办公用品和服务", "Equipment, software, office supplies and services",
            new Caption("行政财务", "Finance"), "shopping_cart", "buy");
    }
}
