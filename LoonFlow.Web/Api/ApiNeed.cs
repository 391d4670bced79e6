using LoonFlow.Domain.Access;

namespace LoonFlow.Web.Api;

/// <summary>What an endpoint asks of its caller; null lets anybody call.</summary>
internal sealed record ApiNeed(ApiGrant? Grant);

internal static class ApiNeeds
{
    /// <summary>Only for applications with this grant, and for people.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, ApiGrant grant)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ApiNeed(grant));

    /// <summary>For anybody, without saying who they are.</summary>
    public static TBuilder IsOpen<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ApiNeed(Grant: null));

    /// <summary>What the endpoint asks; of callers who want nothing special, that they may run tickets.</summary>
    public static ApiGrant? Of(Endpoint? endpoint) => (endpoint?.Metadata.GetMetadata<ApiNeed>() ?? new ApiNeed(ApiGrant.Run)).Grant;
}
