using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Onboarding: one VPN ticket for each system that a newcomer needs; when all of them are done, the mentor welcomes the newcomer.</summary>
internal static class OnboardingWorkflow
{
    public const string Newcomer = "onboarding_name";
    public const string Mentor = "onboarding_mentor";
    public const string Systems = "onboarding_systems";
    public const string Until = "onboarding_until";
    public const string Notes = "onboarding_notes";
    public const string Account = "onboarding_account";

    /// <param name="sketch">Draws it.</param>
    /// <param name="vpn">What the children are filed with.</param>
    public static WorkflowDocument Draw(WorkflowSketch sketch, WorkflowId vpn)
    {
        sketch.Field(Newcomer, FieldType.Text, "新员工姓名", "Newcomer");
        sketch.Field(Mentor, FieldType.User, "导师", "Mentor");
        sketch.Field(Systems, FieldType.MultiSelect, "需要开通的系统", "Systems to open", field => field with
        {
            Choices = WorkflowSketch.Choices(("git", "代码仓库", "Source code"), ("oa", "办公系统", "Office systems"), ("db", "生产数据库", "Production database")),
        });
        sketch.Field(Until, FieldType.Date, "试用期截止日期", "Probation ends on");
        sketch.Field(Notes, FieldType.TextArea, "岗位说明", "About the job");
        sketch.Field(Account, FieldType.Text, "VPN账号", "VPN account", field => field with { Help = new Caption("由子工单带回", "Brought back by the child tickets") });

        var read = sketch.All(FieldAccess.ReadOnly);
        var start = sketch.State("新建中", "New", StateKind.Start, new ParticipantSpec.Creator(), state => state with
        {
            Access = sketch.All(FieldAccess.Required).Where(pair => pair.Key != Account).ToDictionary(pair => pair.Key, pair => pair.Value),
        });
        var accounts = sketch.State("账号开通中", "Opening accounts", StateKind.Normal, new ParticipantSpec.Engine(), state => state with
        {
            Access = read,
            Children = new ChildrenSetting
            {
                Workflow = vpn,
                Per = ChildrenPer.Choice,
                Field = Systems,
                ItemField = VpnWorkflow.Systems,
                Title = $"{{{Newcomer}}}：{{item}}",
                Down = [new ValueMapping(Until, VpnWorkflow.Until), new ValueMapping(Notes, VpnWorkflow.Reason)],
                Up = [new ValueMapping(VpnWorkflow.Account, Account)],
                EndWithParent = true,
            },
        });
        var welcome = sketch.State("导师迎新", "Mentor welcomes", StateKind.Normal, new ParticipantSpec.Fields([Mentor]), state => state with
        {
            Access = read,
            AllowsWithdrawal = false,
        });
        var end = sketch.State("已入职", "On board", StateKind.End, new ParticipantSpec.None());

        sketch.Transition(start, "提交", "Submit", TransitionKind.Agree, accounts);
        sketch.Transition(accounts, "账号已开通", "Accounts opened", TransitionKind.Agree, welcome);
        sketch.Transition(welcome, "完成入职", "Welcomed", TransitionKind.Agree, end);

        return sketch.Document(
            "入职", "Onboarding", "为新员工开通账号并安排导师", "Accounts and a mentor for somebody new",
            new Caption("人事", "People"), "person_add", "onb");
    }
}
