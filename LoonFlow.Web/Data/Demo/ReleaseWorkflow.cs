using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Release: leader, then testing, security and operations side by side, then a vote of five, then on-call engineers carry it out.</summary>
internal static class ReleaseWorkflow
{
    public const string Product = "release_product";
    public const string Kind = "release_kind";
    public const string Window = "release_window";
    public const string Changes = "release_changes";
    public const string Rollback = "release_rollback";

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    public static WorkflowDocument Draw(WorkflowSketch sketch)
    {
        sketch.Field(Product, FieldType.Select, "发布系统", "System", field => field with
        {
            Choices = WorkflowSketch.Choices(("web", "官网", "Website"), ("pay", "支付", "Payments"), ("api", "开放接口", "Public API"), ("app", "移动应用", "Mobile app")),
        });
        sketch.Field(Kind, FieldType.Radio, "发布类型", "Kind of release", field => field with
        {
            Choices = WorkflowSketch.Choices(("planned", "例行发布", "Planned"), ("fix", "紧急修复", "Urgent fix")),
        });
        sketch.Field(Window, FieldType.DateTime, "发布时间", "Release at");
        sketch.Field(Changes, FieldType.TextArea, "变更内容", "What changes");
        sketch.Field(Rollback, FieldType.TextArea, "回滚方案", "How to roll back");

        var read = sketch.All(FieldAccess.ReadOnly);
        var start = sketch.State("新建中", "New", StateKind.Start, new ParticipantSpec.Creator(), state => state with { Access = sketch.All(FieldAccess.Required) });
        var leader = sketch.State("主管审批", "Leader approval", StateKind.Normal, new ParticipantSpec.CreatorsLeader(), state => state with
        {
            Access = read,
            Distribution = Distribution.Direct,
            Returns = new ReturnSetting(ReturnTargets.Creator),
        });
        var fork = sketch.State("并行评审", "Reviews begin", StateKind.Fork, new ParticipantSpec.None());
        var testing = sketch.State("测试验收", "Testing", StateKind.Normal, sketch.People("gao", "song"), state => Review(state, read));
        var security = sketch.State("安全评审", "Security review", StateKind.Normal, sketch.Person("jiang"), state => Review(state, read));
        var operations = sketch.State("运维评审", "Operations review", StateKind.Normal, sketch.Role(DemoPeople.VpnAdministrators), state => Review(state, read));
        var join = sketch.State("评审汇合", "Reviews complete", StateKind.Join, new ParticipantSpec.None(), state => state with
        {
            Joining = new JoinSetting(JoinNeeds.All, RefusalEndsOthers: true),
        });
        var vote = sketch.State("发布委员会表决", "Release board", StateKind.Normal, sketch.People("zhao", "zheng", "wu", "zhou", "ma"), state => state with
        {
            Access = read,
            Distribution = Distribution.AllMustProcess,
            Voting = new VotingPolicy.Majority(),
            Returns = new ReturnSetting(ReturnTargets.Previous | ReturnTargets.Creator, AfterReturn.HandlerChooses),
            Timers = [Reminder],
        });
        var release = sketch.State("发布执行", "Releasing", StateKind.Normal, sketch.Role(DemoPeople.OnCall), state => state with
        {
            Access = read,
            AllowsWithdrawal = false,
        });
        var end = sketch.State("已上线", "Live", StateKind.End, new ParticipantSpec.None());
        sketch.Join(fork, join);

        sketch.Transition(start, "提交", "Submit", TransitionKind.Agree, leader);
        sketch.Transition(leader, "同意", "Agree", TransitionKind.Agree, fork);
        sketch.Transition(leader, "不批准", "Reject", TransitionKind.Refuse, end);
        sketch.Transition(fork, "测试", "Testing", TransitionKind.Other, testing);
        sketch.Transition(fork, "安全", "Security", TransitionKind.Other, security);
        sketch.Transition(fork, "运维", "Operations", TransitionKind.Other, operations);

        foreach (var review in (State[])[testing, security, operations])
        {
            sketch.Transition(review, "通过", "Pass", TransitionKind.Agree, join);
            sketch.Transition(review, "不通过", "Fail", TransitionKind.Refuse, join);
        }

        sketch.Transition(join, "评审通过", "All passed", TransitionKind.Agree, vote);
        sketch.Transition(join, "评审未通过", "A review failed", TransitionKind.Refuse, start);
        sketch.Transition(vote, "同意", "Agree", TransitionKind.Agree, release);
        sketch.Transition(vote, "反对", "Object", TransitionKind.Refuse, start);
        sketch.Transition(release, "发布成功", "Released", TransitionKind.Agree, end);
        sketch.Transition(release, "已回滚", "Rolled back", TransitionKind.Refuse, start);

        return sketch.Document(
            "上线发布", "Release", "评审、表决并上线一个新版本", "Review, vote on and roll out a new version",
            new Caption("信息技术", "IT"), "rocket_launch", "rel");
    }

    private static State Review(State state, IReadOnlyDictionary<string, FieldAccess> read) => state with
    {
        Access = read,
        Returns = new ReturnSetting(ReturnTargets.Previous | ReturnTargets.Creator, AfterReturn.HandlerChooses),
        Timers = [Reminder, Escalation],
    };

    private static TimerSetting Reminder => new()
    {
        Number = 1,
        Action = new TimerAction.Remind(3, WorkingDay),
        After = WorkingDay / 2,
        InBusinessTime = true,
        PausesForConsultation = true,
    };

    private static TimerSetting Escalation => new()
    {
        Number = 2,
        Action = new TimerAction.Escalate(new EscalationTarget.Leader(), Replaces: false),
        After = 2 * WorkingDay,
        InBusinessTime = true,
        PausesForConsultation = true,
    };
}
