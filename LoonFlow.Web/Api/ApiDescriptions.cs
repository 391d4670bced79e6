using System.Text.Json.Serialization;

namespace LoonFlow.Web.Api;

/// <summary>What an endpoint asks, takes and gives, for the document of the API.</summary>
internal static class ApiDescriptions
{
    /// <summary>The data of the envelope, and what the endpoint does in a few words.</summary>
    public static RouteHandlerBuilder Gives<TData>(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).WithMetadata(new ApiAnswerShape(typeof(TData)));

    /// <summary>The JSON object that the body is.</summary>
    public static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint)
        where TBody : notnull => endpoint.WithMetadata(new ApiBodyShape(typeof(TBody)));

    /// <summary>The members of a form with files, which some endpoints take instead of JSON; "file" is the file.</summary>
    public static RouteHandlerBuilder TakesForm(this RouteHandlerBuilder endpoint, params string[] members) => endpoint.WithMetadata(new ApiFormShape(members));

    /// <summary>A parameter of the address, with what it means. Lists are written with commas; page and per_page of lists need not be named.</summary>
    public static RouteHandlerBuilder Asks<TValue>(this RouteHandlerBuilder endpoint, string name, string about) =>
        endpoint.WithMetadata(new ApiParameter(name, about, typeof(TValue)));

    /// <summary>The same for texts.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, string name, string about) => endpoint.Asks<string>(name, about);

    /// <summary>What lists of names are searched by.</summary>
    public static RouteHandlerBuilder Searches(this RouteHandlerBuilder endpoint) => endpoint.Asks("search_value", "Only those whose name or description contains this.");

    /// <summary>Data as it may look, where the shape alone does not say it.</summary>
    public static RouteHandlerBuilder Shows(this RouteHandlerBuilder endpoint, string json) => endpoint.WithMetadata(new ApiExample(json));
}

/// <summary>The shape of the envelope's data.</summary>
internal sealed record ApiAnswerShape(Type Type);

/// <summary>The body's shape. Not "accepts" of the framework, which would insist on a content type that callers do not send.</summary>
internal sealed record ApiBodyShape(Type Type);

/// <summary>The members of a body that is a form.</summary>
internal sealed record ApiFormShape(IReadOnlyList<string> Members);

/// <summary>One parameter of the address.</summary>
internal sealed record ApiParameter(string Name, string About, Type Type);

/// <summary>Data as it may look.</summary>
internal sealed record ApiExample(string Json);

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
