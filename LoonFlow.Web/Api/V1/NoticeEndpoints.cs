using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Settings.Channels;

namespace LoonFlow.Web.Api.V1;

/// <summary>
/// Notices of loonflow (spec C.3.7) are channels here: an address that hears of a workflow's tickets. Scripts that loonflow 0.3
/// ran for notices are not run, and whoever sends one is told so.
/// </summary>
internal static class NoticeEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var notices = api.MapGroup("/workflows").WithTags("Notices");
        notices.MapGet("/custom_notices", ListAsync).Gives<ApiList<NoticeShape>>("The notices that workflows may name").Searches();
        notices.MapGet("/simple_custom_notices", NamesAsync).Gives<ApiList<NamedShape>>("The notices by name").Searches();
        notices.MapPost("/custom_notices", AddAsync).Needs(ApiGrant.Configure).Takes<NoticeBody>().Gives<NoticeIdShape>("Adds a notice");
        notices.MapPost("/custom_notices/{id:long}", ChangeAsync).Needs(ApiGrant.Configure).Takes<NoticeBody>().Gives<NoticeIdShape>("Changes a notice");
        notices.MapPatch("/custom_notices/{id:long}", ChangeAsync).Needs(ApiGrant.Configure).Takes<NoticeBody>().Gives<NoticeIdShape>("Changes a notice");
        notices.MapDelete("/custom_notices/{id:long}", RemoveAsync).Needs(ApiGrant.Configure).Gives<NoticeIdShape>("Removes a notice");
    }

    private static Task<ApiAnswer> ListAsync(ApiRequest request, ChannelQueries channels, CancellationToken ct) =>
        ThoseAsync(request, channels, channel => NoticeShape.Of(channel, request.Caller.Person is { IsAdministrator: true }), ct);

    private static Task<ApiAnswer> NamesAsync(ApiRequest request, ChannelQueries channels, CancellationToken ct) =>
        ThoseAsync(request, channels, channel => new NamedShape(channel.Id, channel.Name), ct);

    private static async Task<ApiAnswer> ThoseAsync<T>(ApiRequest request, ChannelQueries channels, Func<ChannelItem, T> shape, CancellationToken ct)
    {
        var (page, search) = (request.Query.Page(), request.Query.Text("search_value"));

        if (!request.Person.Succeeded || request.Query.Refusal is not null)
        {
            return request.Person.Refusal ?? request.Query.Refusal!;
        }

        ChannelItem[] found =
        [
            .. (await channels.AllAsync(ct))
                .Where(channel => search is null || channel.Name.Contains(search, StringComparison.OrdinalIgnoreCase))
                .OrderBy(channel => channel.Id),
        ];

        return ApiAnswer.Ok(ApiList.Cut(found, page, shape));
    }

    private static Task<ApiAnswer> AddAsync(ApiRequest request, UseCases useCases, CancellationToken ct) => SaveAsync(request, known: null, useCases, ct);

    private static async Task<ApiAnswer> ChangeAsync(long id, ApiRequest request, ChannelQueries channels, UseCases useCases, CancellationToken ct) =>
        (await channels.AllAsync(ct)).FirstOrDefault(channel => channel.Id == id) is { } known
            ? await SaveAsync(request, known, useCases, ct)
            : ChannelRefusals.Unknown;

    private static async Task<ApiAnswer> RemoveAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        if (!request.Person.Succeeded)
        {
            return request.Person.Refusal;
        }

        var person = request.Person.Value;
        var removed = await useCases.RunAsync((RemoveChannelHandler handler) => handler.HandleAsync(new RemoveChannel(id), person, ct), ct);

        return ApiAnswer.Of(removed, channel => new NoticeIdShape(channel));
    }

    private static async Task<ApiAnswer> SaveAsync(ApiRequest request, ChannelItem? known, UseCases useCases, CancellationToken ct)
    {
        if (!request.Person.Succeeded)
        {
            return request.Person.Refusal;
        }

        if (request.Context.Request.HasFormContentType)
        {
            return ChannelRefusals.ScriptNotRun;
        }

        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        var command = Read(body.Value, known);

        if (body.Value.Refusal is { } wrong)
        {
            return wrong;
        }

        var person = request.Person.Value;
        var saved = await useCases.RunAsync((SaveChannelHandler handler) => handler.HandleAsync(command, person, ct), ct);

        return saved.Succeeded
            ? ApiAnswer.Ok(new NoticeIdShape(saved.Value), WhatIsNotKept(body.Value))
            : saved.Refusal with { Fields = [.. saved.Refusal.Fields.Select(problem => problem with { Key = MemberOf(problem.Key) })] };
    }

    private static SaveChannel Read(ApiInput input, ChannelItem? known)
    {
        var type = input.Integer("type_id");
        var kind = type is { } code ? NoticeShape.KindOf(code) : known?.Kind ?? ChannelKind.Webhook;

        if (kind is null || (known is not null && kind != known.Kind))
        {
            input.Add(new FieldProblem("type_id", "api.notice_type_wrong", "“type_id” takes 1 for an address, 2 for WeCom, 3 for DingTalk, 4 for Feishu, and stays as it is."));
        }

        return new SaveChannel(
            known?.Id,
            kind ?? ChannelKind.Webhook,
            input.Text("name") ?? input.Text("notice_name") ?? known?.Name ?? string.Empty,
            input.Text("hook_url"),
            input.Text("hook_token"),
            known?.Mention ?? ChannelMention.Nobody,
            known?.IsActive ?? true);
    }

    private static string WhatIsNotKept(ApiInput input) =>
        string.Join(", ", ((string[])["description", "notice_desc", "title_template", "content_template"]).Where(name => !string.IsNullOrWhiteSpace(input.Text(name)))) is { Length: > 0 } names
            ? $"Not kept, because the words of notices belong to workflows here: {names}."
            : string.Empty;

    /// <summary>What loonflow calls it.</summary>
    private static string MemberOf(string key) => key switch
    {
        "url" => "hook_url",
        "secret" => "hook_token",
        "kind" => "type_id",
        _ => key,
    };
}
