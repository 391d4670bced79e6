using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Identity;

namespace LoonFlow.Web.Api;

/// <summary>
/// What loonflow said in the same place, because callers match on it (spec B and C); everything that it had no words for is
/// said in English. The stable code stands beside either.
/// </summary>
internal static class LoonflowMessages
{
    /// <summary>Leads whatever is wrong with who calls (spec B.27).</summary>
    public const string NotProven = "权限校验失败：";

    private static readonly Dictionary<string, string> Literals = new(StringComparer.Ordinal)
    {
        [ApiRefusals.CallerMissing.Code] = NotProven + "未提供appname(调用方标识)",
        [ApiRefusals.CallerUnknown.Code] = NotProven + "appname未授权，请联系管理员",
        [ApiRefusals.SignatureWrong.Code] = NotProven + "签名校验失败",
        [ApiRefusals.TimestampStale.Code] = NotProven + "时间戳过期,请保证在120s内",
        [ApiRefusals.PersonMissing.Code] = "请提供username",
        [ApplicationRefusals.WorkflowNotGranted.Code] = "the app has no permission to the workflow_id",
        [TicketRefusals.NotFound.Code] = "工单不存在或已被删除",
        [TicketRefusals.WorkflowNotFound.Code] = "工作流不存在",
        [TicketRefusals.UnknownActor.Code] = "用户不存在",
        [TicketRefusals.NotAParticipant.Code] = "非当前处理人，无权处理",
        [TicketRefusals.TransitionNotHere.Code] = "transition_id is invalid",
        [TicketRefusals.ClaimFirst.Code] = "需要先接单再处理",
        [TicketRefusals.NothingToClaim.Code] = "工单当前实际处理人只有一人，无需先接单",
        [TicketRefusals.ConsultationOpen.Code] = "工单当前处于加签中，只允许加签完成操作",
        [SignInRefusals.Wrong.Code] = "username or password is invalid",
        [TicketRefusals.StateUnknown.Code] = "工单状态不存在或已被删除",
    };

    public static string Of(Refusal refusal) =>
        Literals.TryGetValue(refusal.Code, out var literal) ? literal
        : refusal.Kind is RefusalKind.Unproven ? NotProven + refusal.Message
        : refusal.Fields is [] ? refusal.Message
        : $"{refusal.Message} {string.Join(' ', refusal.Fields.Select(problem => problem.Message))}";
}
