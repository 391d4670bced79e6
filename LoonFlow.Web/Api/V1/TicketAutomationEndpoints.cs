using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Automation;

namespace LoonFlow.Web.Api.V1;

/// <summary>What runs by itself: tried again, or answered (spec B.20, B.21, C.2.8).</summary>
internal static class TicketAutomationEndpoints
{
    private const string Retried = "Ticket script retry start successful";

    // loonflow says this here too.
    private const string Answered = "add ticket comment successful";

    public static void Map(RouteGroupBuilder tickets)
    {
        tickets.MapPost("/{id:long}/retry_script", RetryAsync).Takes<RetryForm>().Gives<string>("Tries a script or hook that failed again");
        tickets.MapPost("/{id:long}/hook_call_back", AnswerAsync).Takes<HookAnswerForm>().Gives<string>("The answer of a hook that the ticket waits for");
    }

    private static async Task<ApiAnswer> RetryAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var call = TicketCall.Of(request);

        if (!call.Succeeded)
        {
            return call.Refusal;
        }

        var command = new RetryAutomation(new TicketId(id), call.Value.Visit);
        var retried = await useCases.RunAsync((RetryAutomationHandler handler) => handler.HandleAsync(command, call.Value.Person, ct), ct);

        return retried.Succeeded ? ApiAnswer.Done(Retried) : retried.Refusal;
    }

    private static async Task<ApiAnswer> AnswerAsync(long id, ApiRequest request, AutomationDesk desk, CancellationToken ct)
    {
        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        // People answer by handling; this is for the system that was called.
        if (request.Caller.Application is not { } application)
        {
            return ApplicationRefusals.GrantMissing;
        }

        var succeeded = body.Value.Flag("result") ?? true;
        var message = body.Value.Text("msg") ?? string.Empty;
        var values = Values(body.Value);

        if (body.Value.Refusal is { } wrong)
        {
            return wrong;
        }

        var answer = new AnswerAutomation(new TicketId(id), Visit: null, Run: null, succeeded, message, values) { Through = application.Reach };
        var answered = await desk.AnswerAsync(answer, ct);

        return answered.Succeeded ? ApiAnswer.Done(Answered) : answered.Refusal;
    }

    private static Dictionary<string, JsonElement> Values(ApiInput body)
    {
        if (body.Raw("field_value") is not { } sent)
        {
            return [];
        }

        if (sent.ValueKind is not JsonValueKind.Object)
        {
            body.Add(ApiProblems.NotAnObject("field_value"));

            return [];
        }

        return sent.EnumerateObject().GroupBy(pair => pair.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
    }

    /// <summary>Where branches run side by side, which is meant.</summary>
    internal sealed record RetryForm(int? Visit);

    /// <summary>What a hook answers.</summary>
    /// <param name="Result">Whether it did what it had to; without it, it did.</param>
    /// <param name="Msg">What it says.</param>
    /// <param name="FieldValue">Values that it found out, by the keys of the workflow's fields.</param>
    internal sealed record HookAnswerForm(bool? Result, string? Msg, IReadOnlyDictionary<string, JsonElement>? FieldValue);
}
