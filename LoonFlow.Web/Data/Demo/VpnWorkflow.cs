using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Demo;

/// <summary>VPN access: leader, then one of the VPN administrators, then the requester confirms that it works (spec G.2).</summary>
internal static class VpnWorkflow
{
    public const string Reason = "vpn_reason";
    public const string Until = "vpn_until";
    public const string Systems = "vpn_systems";
    public const string Account = "vpn_account";

    public static WorkflowDocument Draw(WorkflowSketch sketch)
    {
        sketch.Field(Systems, FieldType.MultiSelect, "需要访问的系统", "Systems needed", field => field with
        {
            Choices = WorkflowSketch.Choices(("git", "代码仓库", "Source code"), ("oa", "办公系统", "Office systems"), ("db", "生产数据库", "Production database")),
        });
        sketch.Field(Until, FieldType.Date, "使用截止日期", "Needed until");
        sketch.Field(Reason, FieldType.TextArea, "申请原因", "Reason", field => field with
        {
            Template = new Caption("项目：\n使用期限：", "Project:\nHow long:"),
        });
        sketch.Field(Account, FieldType.Text, "VPN账号", "VPN account", field => field with { Help = new Caption("由运维填写", "Filled in by operations") });

        var request = sketch.All(FieldAccess.Required);
        var start = sketch.State("新建中", "New", StateKind.Start, new ParticipantSpec.Creator(), state => state with
        {
            Access = request.Where(pair => pair.Key != Account).ToDictionary(pair => pair.Key, pair => pair.Value),
        });
        var leader = sketch.State("直属主管审批中", "Leader approval", StateKind.Normal, new ParticipantSpec.CreatorsLeader(), state => state with
        {
            Access = sketch.All(FieldAccess.ReadOnly),
            Distribution = Distribution.Direct,
        });
        var grant = sketch.State("运维授权中", "Granting access", StateKind.Normal, sketch.Role(DemoPeople.VpnAdministrators), state => state with
        {
            Access = sketch.All(FieldAccess.ReadOnly, (Account, FieldAccess.Required)),
            RemembersLastHandler = true,
            AllowsWithdrawal = false,
        });
        var confirm = sketch.State("发起人确认中", "Requester confirms", StateKind.Normal, new ParticipantSpec.Creator(), state => state with
        {
            Access = sketch.All(FieldAccess.ReadOnly),
            AllowsWithdrawal = false,
        });
        var end = sketch.State("结束", "End", StateKind.End, new ParticipantSpec.None());

        sketch.Transition(start, "提交", "Submit", TransitionKind.Agree, leader);
        sketch.Transition(leader, "同意", "Agree", TransitionKind.Agree, grant);
        sketch.Transition(leader, "拒绝", "Refuse", TransitionKind.Refuse, start);
        sketch.Transition(grant, "授权完成", "Access granted", TransitionKind.Agree, confirm);
        sketch.Transition(grant, "退回", "Return", TransitionKind.Refuse, start);
        sketch.Transition(confirm, "确认可用", "It works", TransitionKind.Agree, end);
        sketch.Transition(confirm, "未生效", "It does not work", TransitionKind.Refuse, grant, transition => transition with
        {
            Confirmation = new Caption("请先对照VPN使用文档检查，确定要退回吗？", "Have you checked the VPN guide? Really send it back?"),
        });

        return sketch.Document(
            "VPN申请", "VPN access", "远程访问公司网络", "Remote access to the company's network",
            new Caption("信息技术", "IT"), "vpn_key", "vpn");
    }
}
