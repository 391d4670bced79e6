using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Automation;

namespace LoonFlow.Web.Api.V1;

/// <summary>A request to do something with a ticket: who wants it, and what they sent.</summary>
/// <param name="Person">For whom.</param>
/// <param name="Body">The members of the body.</param>
/// <param name="Revision">The revision that they decided on; null decides on whatever is there.</param>
/// <param name="Visit">The visit that they mean; null leaves it to us.</param>
/// <param name="Zone">The zone in which times without an offset are meant.</param>
internal sealed record TicketCall(Actor.Person Person, ApiInput Body, int? Revision, int? Visit, TimeZoneInfo Zone)
{
    private const string RevisionKey = "revision";
    private const string VisitKey = "visit";

    public string? Suggestion => Body.Text("suggestion") is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <param name="request">The request.</param>
    /// <param name="workflow">Whose fields stand beside the other members; a field's key means the field. Null where there are none.</param>
    public static Result<TicketCall> Of(ApiRequest request, WorkflowVersion? workflow = null)
    {
        // Deleting needs no reason, and clients that send no body with it are many.
        var isBare = HttpMethods.IsDelete(request.Context.Request.Method) && request.Content.IsEmpty;
        var body = isBare ? new ApiInput(_ => null, request.Zone) : request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        if (!request.Person.Succeeded)
        {
            return request.Person.Refusal;
        }

        var revision = request.IfMatch is { } match ? Number(match) : Member(body.Value, RevisionKey, workflow);
        var visit = Member(body.Value, VisitKey, workflow);

        return request.IfMatch is not null && revision is null ? TicketRefusals.ChangedMeanwhile
            : body.Value.Refusal is { } refusal ? refusal
            : new TicketCall(request.Person.Value, body.Value, revision, visit, request.Zone);
    }

    /// <summary>Does what a request asks once all of it is read and right.</summary>
    /// <param name="request">The request.</param>
    /// <param name="useCases">The way to the use case.</param>
    /// <param name="read">What it asks for.</param>
    /// <param name="handle">The use case.</param>
    /// <param name="done">What is answered then.</param>
    public static async Task<ApiAnswer> DoAsync<THandler, TCommand>(
        ApiRequest request, UseCases useCases, Func<TicketCall, TCommand> read, Func<THandler, TCommand, Actor.Person, Task<Result<TicketId>>> handle, ApiAnswer done)
        where THandler : notnull
    {
        var call = Of(request);

        if (!call.Succeeded)
        {
            return call.Refusal;
        }

        var command = read(call.Value);

        if (call.Value.Body.Refusal is { } wrong)
        {
            return wrong;
        }

        var result = await useCases.RunAsync((THandler handler) => handle(handler, command, call.Value.Person));

        return result.Succeeded ? done : result.Refusal;
    }

    /// <summary>What was sent for the fields of a workflow.</summary>
    public FieldChanges Fields(WorkflowVersion? workflow) => workflow is null
        ? FieldChanges.None
        : PlainValues.Read(workflow, key => Body.Members.TryGetProperty(key, out var sent) ? sent : (JsonElement?)null, Zone);

    /// <summary>The person whom a member names.</summary>
    public Result<UserId> Target(string key, Company company)
    {
        var name = Body.RequiredText(key);

        return Body.Refusal is { } refusal ? refusal
            : company.UserNamed(name) is { IsActive: true } user ? user.Id
            : TicketRefusals.TargetUnknown;
    }

    private static int? Member(ApiInput body, string key, WorkflowVersion? workflow) =>
        workflow?.Field(key) is null && body.Integer(key) is { } number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
