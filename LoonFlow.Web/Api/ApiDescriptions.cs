using System.Text.Json.Serialization;

namespace LoonFlow.Web.Api;

/// <summary>What an endpoint takes and gives, for the document of the API.</summary>
internal static class ApiDescriptions
{
    /// <summary>The data of the envelope, and what the endpoint does in a few words.</summary>
    public static RouteHandlerBuilder Gives<TData>(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).Produces<ApiEnvelope<TData>>();

    /// <summary>The JSON object that the body is.</summary>
    public static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint)
        where TBody : notnull => endpoint.WithMetadata(new ApiBodyShape(typeof(TBody)));
}

/// <summary>The body's shape. Not "accepts" of the framework, which would insist on a content type that callers do not send.</summary>
internal sealed record ApiBodyShape(Type Type);

/// <summary>Every answer (spec C.0).</summary>
/// <param name="Code">0 when it succeeded, otherwise -1.</param>
/// <param name="Data">What was asked for.</param>
/// <param name="Msg">What a person reads.</param>
/// <param name="Error">What a program reads when it did not succeed.</param>
internal sealed record ApiEnvelope<TData>(int Code, TData Data, string Msg, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ApiFault? Error);

/// <summary>Why not.</summary>
/// <param name="Code">Stable, such as "ticket.not_a_participant".</param>
/// <param name="Fields">What is wrong with which member.</param>
internal sealed record ApiFault(string Code, IReadOnlyDictionary<string, string> Fields);
