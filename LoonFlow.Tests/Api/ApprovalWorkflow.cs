using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Api;

/// <summary>The generic approval of loonflow's own documentation (spec G.5), with one field of its own.</summary>
internal static class ApprovalWorkflow
{
    public static readonly StateId New = new(70_001);
    public static readonly StateId Editing = new(70_002);
    public static readonly StateId Leader = new(70_003);
    public static readonly StateId Operators = new(70_004);
    public static readonly StateId Verifying = new(70_005);
    public static readonly StateId End = new(70_006);

    public static readonly TransitionId Submit = new(70_011);

    public static WorkflowDocument Of(Company company) => new Sketch("通用审批")
        .Field("reason", FieldType.TextArea)
        .Start(New, "发起人-新建中", "title!", "reason!")
        .Step(Editing, "发起人-编辑中", new ParticipantSpec.Creator(), "title!", "reason!").But(state => state with { IsHidden = true })
        .Step(Leader, "leader-审批中", new ParticipantSpec.CreatorsLeader(), "title", "reason").But(state => state with { AllowsWithdrawal = true })
        .Step(Operators, "运维组-处理中", new ParticipantSpec.Roles([RoleOf(company)]), "title", "reason?").Claimed().But(state => state with { RemembersLastHandler = true })
        .Step(Verifying, "发起人-验证中", new ParticipantSpec.Creator(), "title", "reason")
        .End(End, "结束")
        .Agree(Submit, "提交", New, Leader)
        .Other(new TransitionId(70_012), "保存", New, Editing)
        .Agree(new TransitionId(70_021), "提交", Editing, Leader)
        .Agree(new TransitionId(70_031), "同意", Leader, Operators)
        .Way(new Transition
        {
            Id = new TransitionId(70_032),
            Name = "退回",
            From = Leader,
            To = Editing,
            Kind = TransitionKind.Refuse,
            RequiresFields = false,
            Confirmation = new Caption("确定退回？"),
        })
        .Agree(new TransitionId(70_041), "完成", Operators, Verifying)
        .Refuse(new TransitionId(70_051), "验证不通过", Verifying, Operators)
        .Agree(new TransitionId(70_052), "关闭", Verifying, End)
        .Document;

    private static RoleId RoleOf(Company company) => company.Roles.Single(role => role.Name.StartsWith("VPN", StringComparison.Ordinal)).Id;
}
