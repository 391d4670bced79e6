using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Begins and ends runs on behalf of LoonFlow itself; whoever changes the ticket at the same moment only delays that.</summary>
public sealed class AutomationDesk(UseCases useCases)
{
    private const int Tries = 20;

    private static readonly Actor Engine = new Actor.Engine();

    /// <summary>What to do; null when the run is over, because the ticket has moved on or somebody began another.</summary>
    public async Task<AutomationCall?> BeginAsync(BeginAutomation command, CancellationToken ct)
    {
        var begun = await PersistAsync(() => useCases.RunAsync((BeginAutomationHandler handler) => handler.HandleAsync(command, Engine, ct), ct));

        return begun.Succeeded ? begun.Value : null;
    }

    /// <summary>Not ended half-way: what a script did must not be forgotten because LoonFlow stops.</summary>
    public Task<Result<TicketId>> CompleteAsync(CompleteAutomation command) =>
        PersistAsync(() => useCases.RunAsync((CompleteAutomationHandler handler) => handler.HandleAsync(command, Engine, CancellationToken.None)));

    public Task<Result<TicketId>> AnswerAsync(AnswerAutomation command, CancellationToken ct) =>
        PersistAsync(() => useCases.RunAsync((AnswerAutomationHandler handler) => handler.HandleAsync(command, Engine, ct), ct));

    private static async Task<Result<T>> PersistAsync<T>(Func<Task<Result<T>>> useCase)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await useCase();

            if (attempt == Tries || result.Refusal != TicketRefusals.ChangedMeanwhile)
            {
                return attempt < Tries || result.Succeeded ? result : throw new InvalidOperationException(result.Refusal.Message);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), CancellationToken.None);
        }
    }
}
