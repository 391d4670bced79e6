using LoonFlow.Domain.Common;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Notifiers;

/// <summary>A notice did not arrive this time; the refusal says why and what helps.</summary>
public sealed class NoticeNotDeliveredException(Refusal refusal, Exception? cause = null) : Exception(refusal.Message, cause)
{
    public Refusal Refusal => refusal;

    /// <summary>For what will not work later either.</summary>
    public static DeliveryRefusedException Never(Refusal refusal, Exception? cause = null) =>
        new(refusal.Message, new NoticeNotDeliveredException(refusal, cause));
}
