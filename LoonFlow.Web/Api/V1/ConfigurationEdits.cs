using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1;

/// <summary>What every change of a workflow has in common: a person, a body, a revision, and an answer that says what stands in the way of publishing.</summary>
internal static class ConfigurationEdits
{
    /// <summary>A change that says something.</summary>
    public static async Task<ApiAnswer> SayAsync<THandler>(
        ApiRequest request, UseCases useCases, Func<THandler, RequestRecord, int?, Actor.Person, Task<Result<SavedDraft>>> edit, Func<SavedDraft, object> shape, CancellationToken ct)
        where THandler : notnull
    {
        var body = request.ReadBody();

        return body.Succeeded
            ? await AnswerAsync(request, body.Value.Members, (person, revision) => useCases.RunAsync(
                (THandler handler) => edit(handler, new RequestRecord(body.Value.Members), revision, person), ct), shape)
            : body.Refusal;
    }

    /// <summary>A change that says nothing beyond its address.</summary>
    public static Task<ApiAnswer> RemoveAsync<THandler>(
        ApiRequest request, UseCases useCases, Func<THandler, int?, Actor.Person, Task<Result<SavedDraft>>> edit, Func<SavedDraft, object> shape, CancellationToken ct)
        where THandler : notnull =>
        AnswerAsync(request, null, (person, revision) => useCases.RunAsync((THandler handler) => edit(handler, revision, person), ct), shape);

    /// <summary>The revision that the change is based on, from If-Match or the body; null does not ask.</summary>
    public static Result<Seen> RevisionOf(ApiRequest request, JsonElement? members)
    {
        var written = request.IfMatch ?? (members is { } body && body.TryGetProperty("revision", out var sent) ? SourceJson.Text(sent) : null);

        return string.IsNullOrWhiteSpace(written) ? new Seen(null)
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? new Seen(revision)
            : ApiRefusals.MembersWrong with { Fields = [ApiProblems.NotANumber("revision")] };
    }

    /// <summary>Tells the revision that a later change may name in If-Match.</summary>
    public static void Tell(ApiRequest request, int revision) =>
        request.Context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    private static async Task<ApiAnswer> AnswerAsync(
        ApiRequest request, JsonElement? members, Func<Actor.Person, int?, Task<Result<SavedDraft>>> edit, Func<SavedDraft, object> shape)
    {
        var (person, seen) = (request.Person, RevisionOf(request, members));

        if (!person.Succeeded || !seen.Succeeded)
        {
            return person.Refusal ?? seen.Refusal!;
        }

        var saved = await edit(person.Value, seen.Value.Revision);

        if (!saved.Succeeded)
        {
            return saved.Refusal;
        }

        Tell(request, saved.Value.Revision);

        return ApiAnswer.Ok(shape(saved.Value), Message(saved.Value));
    }

    private static string Message(SavedDraft saved) => saved.InTheWay switch
    {
        [] => string.Empty,
        [var only] => $"Kept as a draft. To be published: {only}",
        [var first, ..] => string.Create(CultureInfo.InvariantCulture, $"Kept as a draft. To be published: {first} ({saved.InTheWay.Count - 1} more)"),
    };

    /// <summary>What the caller saw.</summary>
    internal sealed record Seen(int? Revision);
}
