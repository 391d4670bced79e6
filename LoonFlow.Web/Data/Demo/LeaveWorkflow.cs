using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Leave: the leader first; over three days the director too, over five the CEO; then HR (spec G.1).</summary>
internal static class LeaveWorkflow
{
    public const string Type = "leave_type";
    public const string Start = "leave_start";
    public const string End = "leave_end";
    public const string Days = "leave_days";
    public const string Proxy = "leave_proxy";
    public const string Reason = "leave_reason";
    public const string Proof = "leave_proof";

    public static WorkflowDocument Draw(WorkflowSketch sketch)
    {
        sketch.Field(Type, FieldType.Radio, "请假类型", "Kind of leave", field => field with
        {
            Choices = WorkflowSketch.Choices(("1", "年假", "Annual"), ("2", "调休", "Compensatory"), ("3", "病假", "Sick"), ("4", "婚假", "Marriage")),
        });
        sketch.Field(Start, FieldType.DateTime, "开始时间", "From");
        sketch.Field(End, FieldType.DateTime, "结束时间", "To");
        sketch.Field(Days, FieldType.Decimal, "请假天数", "Days", field => field with { Help = new Caption("0.5的倍数", "In steps of 0.5") });
        sketch.Field(Proxy, FieldType.User, "代理人", "Stand-in", field => field with { Help = new Caption("请假期间的代理人", "Who stands in meanwhile") });
        sketch.Field(Reason, FieldType.TextArea, "请假原因", "Reason", field => field with
        {
            Template = new Caption("原因：\n工作交接：", "Reason:\nHand-over of work:"),
        });
        sketch.Field(Proof, FieldType.Attachment, "相关附件", "Attachments", field => field with
        {
            Help = new Caption("病假、婚假请附证明", "Proof for sick and marriage leave"),
        });

        var read = sketch.All(FieldAccess.ReadOnly);
        var start = sketch.State("新建中", "New", StateKind.Start, new ParticipantSpec.Creator(), state => state with
        {
            Access = sketch.All(FieldAccess.Required, (Proof, FieldAccess.Optional)),
        });
        var leader = sketch.State("直属主管审批中", "Leader approval", StateKind.Normal, new ParticipantSpec.CreatorsLeader(), state => state with
        {
            Access = read,
            Distribution = Distribution.Direct,
        });
        var director = sketch.State("总监审批中", "Director approval", StateKind.Normal, sketch.Person("zhao"), state => state with { Access = read });
        var ceo = sketch.State("CEO审批中", "CEO approval", StateKind.Normal, sketch.Person("chen"), state => state with { Access = read });
        var hr = sketch.State("人事处理中", "HR approval", StateKind.Normal, sketch.Department("hr"), state => state with { Access = read });
        var end = sketch.State("结束", "End", StateKind.End, new ParticipantSpec.None());

        sketch.Transition(start, "提交", "Submit", TransitionKind.Agree, leader);
        sketch.Transition(leader, "同意", "Agree", TransitionKind.Agree, hr, transition => transition with
        {
            Branches = [new Branch(DaysOver(5), ceo.Id), new Branch(DaysOver(3), director.Id)],
        });
        sketch.Transition(director, "同意", "Agree", TransitionKind.Agree, hr);
        sketch.Transition(ceo, "同意", "Agree", TransitionKind.Agree, hr);
        sketch.Transition(hr, "同意", "Agree", TransitionKind.Agree, end);

        foreach (var approval in (State[])[leader, director, ceo])
        {
            sketch.Transition(approval, "拒绝", "Refuse", TransitionKind.Refuse, start, transition => transition with
            {
                Confirmation = new Caption("确定要拒绝吗？工单将退回给申请人。", "Really refuse? The ticket goes back to its requester."),
            });
        }

        sketch.Transition(hr, "退回", "Return", TransitionKind.Refuse, start);

        return sketch.Document(
            "请假申请", "Leave", "年假、调休、病假、婚假", "Annual, compensatory, sick and marriage leave",
            new Caption("人事", "People"), "event_available", "leave");
    }

    private static Condition DaysOver(long days) =>
        new Condition.Compare(new Operand.Field(Days), Comparison.Greater, new Operand.Literal(new FieldValue.Integer(days)));
}
