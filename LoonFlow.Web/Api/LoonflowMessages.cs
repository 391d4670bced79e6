using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Settings.Channels;
using LoonFlow.Web.Features.Settings.Scripts;
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

    private const string Gone = "the record is not exist or has been deleted";

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
        [WorkflowRefusals.UnknownWorkflow.Code] = "工作流不存在",
        [WorkflowRefusals.StateUnknown.Code] = "工单状态不存在或已被删除",
        [WorkflowRefusals.TransitionUnknown.Code] = Gone,
        [WorkflowRefusals.FieldUnknown.Code] = Gone,
        [WorkflowRefusals.StartMissing.Code] = "该工作流尚未配置初始状态",
        [ScriptSettingRefusals.NotFound.Code] = Gone,
        [ChannelRefusals.Unknown.Code] = Gone,
        [TicketRefusals.NotAParticipant.Code] = "非当前处理人，无权处理",
        [TicketRefusals.TransitionNotHere.Code] = "transition_id is invalid",
        [TicketRefusals.ClaimFirst.Code] = "需要先接单再处理",
        [TicketRefusals.NothingToClaim.Code] = "工单当前实际处理人只有一人，无需先接单",
        [TicketRefusals.ConsultationOpen.Code] = "工单当前处于加签中，只允许加签完成操作",
        [SignInRefusals.Wrong.Code] = "username or password is invalid",
        [TicketRefusals.StateUnknown.Code] = "工单状态不存在或已被删除",
        [TicketRefusals.NothingToRetry.Code] = "The ticket's participant_type is not robot or hook, do not allow retry",
        [AutomationRefusals.NothingWaits.Code] = "工单当前处理人类型非hook，不执行回调操作",
        [TicketCallRefusals.IdsWrong.Code] = "workflow_id或transition_id类型不合法",
        [TicketCallRefusals.FilingIncomplete.Code] = "参数不合法,请提供workflow_id，username，transition_id",
        [TicketCallRefusals.HandlingIncomplete.Code] = "参数不合法,请提供username，transition_id",
        [TicketCallRefusals.CommentIncomplete.Code] = "ticket_id and username should not be null",
        [TicketCallRefusals.CategoryUnknown.Code] = "查询类别错误",
        [TicketCallRefusals.StateMissing.Code] = "请提供新的状态id",
        [TicketCallRefusals.NoWorkflows.Code] = "This app_name have not workflow permission",
        [TicketCallRefusals.NotRelated.Code] = "用户不是该工单的关系人，且该工作流开启了查看权限校验",
    };

    /// <param name="refusal">What to say.</param>
    /// <param name="method">The method of the request; loonflow names it where a body is missing.</param>
    public static string Of(Refusal refusal, string method) =>
        Named(refusal, method) is { } named ? named
        : Literals.TryGetValue(refusal.Code, out var literal) ? literal
        : refusal.Kind is RefusalKind.Unproven ? NotProven + refusal.Message
        : refusal.Fields is [] ? refusal.Message
        : $"{refusal.Message} {string.Join(' ', refusal.Fields.Select(problem => problem.Message))}";

    /// <summary>Sentences that name something; null for all others.</summary>
    private static string? Named(Refusal refusal, string method) => (refusal.Code, refusal.Arguments) switch
    {
        ("api.body_missing", _) => HttpMethods.IsPatch(method) ? "patch参数为空" : "post参数为空",
        ("application.workflow_not_granted", [var application]) => $"APP:{application} have no permission to create this workflow ticket",
        ("ticket.form_incomplete", [_, ..] required) => $"此工单的必填字段为:{string.Join(',', required)}",
        ("creation.not_for_you", ["dept"]) => "user is not in allow dept",
        ("creation.not_for_you", ["role"]) => "user is not in allow role",
        ("creation.too_many" or "creation.too_many_together", [var count, var hours, ..]) => $"{count} tickets can be created in {hours}hours. {refusal.Message}",
        _ => null,
    };
}
