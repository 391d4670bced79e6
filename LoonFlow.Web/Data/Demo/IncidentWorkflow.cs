using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Incident: an on-call engineer takes it, names who repairs it, and whoever reported it checks the repair.</summary>
internal static class IncidentWorkflow
{
    public const string Severity = "severity";
    public const string Services = "services";
    public const string Noticed = "noticed_at";
    public const string Symptoms = "symptoms";
    public const string Repairers = "repairers";
    public const string Cause = "root_cause";
    public const string Minutes = "downtime_minutes";

    public static WorkflowDocument Draw(WorkflowSketch sketch)
    {
        sketch.Field(Severity, FieldType.Select, "严重程度", "Severity", field => field with
        {
            Choices = WorkflowSketch.Choices(("1", "一级：全站不可用", "1: everything is down"), ("2", "二级：核心功能受损", "2: a core function is impaired"), ("3", "三级：局部影响", "3: limited effect")),
        });
        sketch.Field(Services, FieldType.Checkbox, "受影响服务", "Services affected", field => field with
        {
            Choices = WorkflowSketch.Choices(("web", "官网", "Website"), ("pay", "支付", "Payments"), ("api", "开放接口", "Public API"), ("vpn", "VPN", "VPN")),
        });
        sketch.Field(Noticed, FieldType.DateTime, "发现时间", "Noticed at");
        sketch.Field(Symptoms, FieldType.TextArea, "故障现象", "Symptoms");
        sketch.Field(Repairers, FieldType.Users, "处理人", "Who repairs it");
        sketch.Field(Cause, FieldType.TextArea, "根本原因", "Root cause");
        sketch.Field(Minutes, FieldType.Integer, "影响时长（分钟）", "Downtime (minutes)");

        (string, FieldAccess)[] reported =
        [
            (BuiltInField.Title, FieldAccess.Required), (Severity, FieldAccess.Required), (Services, FieldAccess.Required),
            (Noticed, FieldAccess.Required), (Symptoms, FieldAccess.Required),
        ];
        var start = sketch.State("上报", "Report", StateKind.Start, new ParticipantSpec.Creator(), state => state with { Access = WorkflowSketch.Only(reported) });
        var triage = sketch.State("受理中", "Triage", StateKind.Normal, sketch.Role(DemoPeople.OnCall), state => state with
        {
            Access = WorkflowSketch.Only(
            [
                .. reported.Select(field => (field.Item1, FieldAccess.ReadOnly)).Where(field => field.Item1 != Severity),
                (Severity, FieldAccess.Required), (Repairers, FieldAccess.Required),
            ]),
        });
        var repair = sketch.State("修复中", "Repair", StateKind.Normal, new ParticipantSpec.Fields([Repairers]), state => state with
        {
            Access = sketch.All(FieldAccess.ReadOnly, (Cause, FieldAccess.Required), (Minutes, FieldAccess.Required)),
            Distribution = Distribution.Direct,
            AllowsWithdrawal = false,
        });
        var check = sketch.State("验证中", "Check", StateKind.Normal, new ParticipantSpec.Creator(), state => state with
        {
            Access = sketch.All(FieldAccess.ReadOnly),
            AllowsWithdrawal = false,
        });
        var end = sketch.State("已解决", "Resolved", StateKind.End, new ParticipantSpec.None());

        sketch.Transition(start, "上报", "Report", TransitionKind.Agree, triage);
        sketch.Transition(triage, "受理", "Accept", TransitionKind.Agree, repair);
        sketch.Transition(triage, "信息不足", "Need more detail", TransitionKind.Refuse, start);
        sketch.Transition(repair, "已修复", "Repaired", TransitionKind.Agree, check);
        sketch.Transition(check, "验证通过", "Confirmed", TransitionKind.Agree, end);
        sketch.Transition(check, "仍有问题", "Still broken", TransitionKind.Refuse, repair);

        return sketch.Document(
            "故障上报", "Incident", "线上故障的上报、修复与验证", "Report, repair and check of outages",
            new Caption("信息技术", "IT"), "warning", "inc");
    }
}
