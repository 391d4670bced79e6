using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Api.Docs;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets;
using Xunit.Abstractions;

namespace LoonFlow.Tests.Api.Fuzz;

/// <summary>Whatever anybody sends, the answer is one in the envelope, and nothing is logged that should not be.</summary>
public sealed partial class ApiFuzzTests(ApiServer server, ITestOutputHelper output) : IClassFixture<ApiServer>
{
    /// <summary>LOONFLOW_FUZZ=20000 makes it thorough; LOONFLOW_FUZZ_FROM begins elsewhere than at 1.</summary>
    private const int Usually = 600;

    private const int AtOnce = 4;

    [Fact]
    public async Task No_request_is_answered_with_anything_but_an_envelope()
    {
        var count = Setting("LOONFLOW_FUZZ") ?? Usually;
        var from = Setting("LOONFLOW_FUZZ_FROM") ?? 1;
        var document = JsonNode.Parse(server.Get<ApiDocument>().Text)!.AsObject();
        var pool = await PoolAsync();
        var wrong = new ConcurrentQueue<string>();
        var codes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 })
        {
            BaseAddress = new Uri(server.Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }),
        };

        await Parallel.ForEachAsync(Enumerable.Range(from, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, ct) =>
        {
            var request = FuzzRequest.Number(number, document, pool);

            if (await ProblemAsync(client, request, document, codes, ct) is { } problem)
            {
                wrong.Enqueue($"#{number}: {problem}\n{request}");
            }
        });

        foreach (var (code, times) in codes.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine($"{times,6} {code}");
        }

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {count}:\n\n{string.Join("\n\n", wrong.Take(10))}\n\n{string.Join('\n', server.Log.Lines.Where(IsFailure).Take(5))}");
        Assert.DoesNotContain(server.Log.Lines, IsFailure);
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains(FuzzWords.Mark, StringComparison.Ordinal) || line.Contains(server.Secret, StringComparison.Ordinal));
    }

    private async Task<string?> ProblemAsync(HttpClient client, FuzzRequest request, JsonObject document, ConcurrentDictionary<string, int> codes, CancellationToken ct)
    {
        using var message = request.Signed(server.Secret);
        message.RequestUri = new Uri(server.Url + request.Address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var response = await client.SendAsync(message, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        var status = (int)response.StatusCode;

        // What is no HTTP at all the server turns away before anybody reads it; a leading away has nothing to say.
        if (status is 400 or 414 or 417 or 431 or 302 && text.Length == 0)
        {
            codes.AddOrUpdate($"HTTP {status}", 1, (_, times) => times + 1);

            return null;
        }

        if (request.LeadsElsewhere && status < 500)
        {
            return null;
        }

        if (status is not (200 or 404 or 405))
        {
            return $"HTTP {status}: {text}";
        }

        return request.Method == "HEAD" ? null : InEnvelope(text, request, document, codes);
    }

    private static string? InEnvelope(string text, FuzzRequest request, JsonObject document, ConcurrentDictionary<string, int> codes)
    {
        JsonNode? envelope;

        try
        {
            envelope = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // That is what is looked for.
            return $"no JSON: {text}";
        }

        var code = envelope?["code"]?.GetValue<int>();
        var error = envelope?["error"]?["code"]?.GetValue<string>();
        codes.AddOrUpdate(error ?? "done", 1, (_, times) => times + 1);

        return envelope?["msg"] is null || !envelope.AsObject().ContainsKey("data") ? $"no envelope: {text}"
            : code == -1 && error is not null && StableCode().IsMatch(error) ? null
            : code != 0 || error is not null ? $"no code: {text}"
            : request.Operation is { } operation ? FuzzSchema.Problem(document, operation, envelope["data"]) is { } problem ? $"{problem}: {text}" : null
            : null;
    }

    private async Task<FuzzPool> PoolAsync()
    {
        var leave = await server.WorkflowAsync("Leave");
        var vpn = await server.WorkflowAsync("VPN access");
        var lin = await server.PersonAsync("lin");
        var tickets = new List<long>();

        for (var number = 0; number < 12; number++)
        {
            var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, TestAppLeaveExtensions.LeaveForm(days: number % 7));
            tickets.Add(Expect.Success(await server.Get<UseCases>().RunAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, lin, default))).Value);
        }

        var company = await server.Get<CompanyStore>().GetAsync(CancellationToken.None);

        return new FuzzPool(
            tickets,
            [leave.Workflow.Value, vpn.Workflow.Value],
            [.. leave.States.Concat(vpn.States).Select(state => state.Id.Value)],
            [.. leave.Transitions.Concat(vpn.Transitions).Select(transition => transition.Id.Value)],
            [.. company.Users.Where(user => user.UserName is not ("lin" or "wu" or "sun" or "anqi")).Select(user => user.Id.Value)],
            [.. leave.Fields.Select(field => field.Key)]);
    }

    private static bool IsFailure(string line) => line.Contains("failed", StringComparison.Ordinal) && line.Contains("/api/", StringComparison.Ordinal) && line.Contains("Exception", StringComparison.Ordinal);

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$")]
    private static partial Regex StableCode();
}
