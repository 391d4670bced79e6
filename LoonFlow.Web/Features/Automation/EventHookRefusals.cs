using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Why a system that is asked beforehand keeps a ticket from being filed. Codes are stable; screens translate by code.</summary>
public static class EventHookRefusals
{
    public static Refusal Vetoed(string hook, string message) =>
        new Refusal(RefusalKind.Invalid, "ticket.vetoed", $"“{hook}” refused the ticket: {message}").With(hook, message);

    public static Refusal Unreachable(string hook, Refusal reason) => new Refusal(
        RefusalKind.Conflict, "ticket.veto_unreachable", $"“{hook}”, which has to agree before a ticket is filed, cannot be asked now: {reason.Message}").With(hook).Because(reason);
}
