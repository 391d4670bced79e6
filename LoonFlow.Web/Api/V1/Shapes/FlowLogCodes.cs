using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>What loonflow calls what happened without a transition, and by which number (spec A.5, B.24). What it does not know comes as what is nearest.</summary>
internal static class FlowLogCodes
{
    private const int None = 0;
    private const int Deliver = 1;
    private const int AddNode = 2;
    private const int AddNodeEnd = 3;
    private const int Accept = 4;
    private const int Comment = 5;
    private const int Delete = 6;
    private const int Close = 7;
    private const int AlterState = 8;
    private const int Hook = 9;
    private const int Retreat = 10;

    public static bool IsOfAutomation(FlowLogEntry entry) => entry.Action
        is FlowLogAction.AutomationAwaitsAnswer or FlowLogAction.AutomationFailed or FlowLogAction.AutomationDone or FlowLogAction.AutomationRetried;

    public static int Intervention(FlowLogEntry entry, bool isHook) => entry.Action switch
    {
        _ when entry.Transition is not null => None,
        FlowLogAction.Claimed => Accept,
        FlowLogAction.Forwarded or FlowLogAction.ForwardingForced or FlowLogAction.Reassigned or FlowLogAction.Escalated => Deliver,
        FlowLogAction.Consulted => AddNode,
        FlowLogAction.ConsultationAnswered => AddNodeEnd,
        FlowLogAction.Withdrawn or FlowLogAction.TakenBack => Retreat,
        FlowLogAction.Closed => Close,
        FlowLogAction.Deleted => Delete,
        FlowLogAction.Jumped or FlowLogAction.Reopened or FlowLogAction.Restored or FlowLogAction.Returned => AlterState,
        _ when IsOfAutomation(entry) => isHook ? Hook : None,
        _ => Comment,
    };

    public static string Caption(FlowLogEntry entry) => entry.Action switch
    {
        FlowLogAction.Forwarded or FlowLogAction.ForwardingForced => "转交操作",
        FlowLogAction.Consulted => "加签操作",
        FlowLogAction.ConsultationAnswered => "加签完成操作",
        FlowLogAction.Claimed => "接单操作",
        FlowLogAction.Commented => "新增评论",
        FlowLogAction.Deleted => "删除操作",
        FlowLogAction.Closed => "强制关闭操作",
        FlowLogAction.Jumped => "强制修改状态操作",
        FlowLogAction.Withdrawn or FlowLogAction.TakenBack => "撤回",
        FlowLogAction.Returned => "退回操作",
        FlowLogAction.VersionMoved => "变更流程版本",
        FlowLogAction.Reopened => "重新打开操作",
        FlowLogAction.Restored => "恢复操作",
        FlowLogAction.ValuesCorrected => "修改字段操作",
        FlowLogAction.Reassigned => "自动转交操作",
        FlowLogAction.Escalated => "超时升级操作",
        FlowLogAction.Reminded => "催办操作",
        FlowLogAction.VoteUndecided => "未达成一致",
        FlowLogAction.SeatsDropped => "离职人员移出",
        FlowLogAction.BranchesJoined => "分支汇合",
        FlowLogAction.TimerFailed => "定时器操作失败",
        _ when IsOfAutomation(entry) => "hook操作",
        _ => "未知操作",
    };
}
