using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Settings.Deliveries;

/// <summary>Every way to be turned down about a delivery.</summary>
public static class DeliveryRefusals
{
    public static readonly Refusal NotFound =
        new(RefusalKind.NotFound, "delivery.not_found", "This delivery is not waiting any more: it succeeded, or somebody discarded it.");

    public static readonly Refusal UnderWay =
        new(RefusalKind.Conflict, "delivery.under_way", "This delivery is being tried right now; wait for the outcome.");
}
