using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>The transitions that are offered, and nothing else. Asks first where the transition says so.</summary>
public sealed partial class TransitionButtons : ComponentBase
{
    private TicketAction.Take? _pressed;
    private TicketAction.Take? _asking;

    [Parameter, EditorRequired]
    public required IReadOnlyList<TicketAction.Take> Takes { get; set; }

    [Parameter, EditorRequired]
    public required bool IsBusy { get; set; }

    /// <summary>Whether what was filled in may go with it; asked before any question, so that nobody confirms in vain.</summary>
    [Parameter, EditorRequired]
    public required Func<TicketAction.Take, bool> IsReady { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<TicketAction.Take> OnTake { get; set; }

    /// <summary>Whether somebody is being asked whether they mean it.</summary>
    public bool IsAsking => _asking is not null;

    private Task PressAsync(TicketAction.Take take)
    {
        if (!IsReady(take))
        {
            return Task.CompletedTask;
        }

        if (take.Transition.Confirmation is { IsEmpty: false })
        {
            _asking = take;
            return Task.CompletedTask;
        }

        return SendAsync(take);
    }

    private async Task SendAsync(TicketAction.Take take)
    {
        _pressed = take;

        await OnTake.InvokeAsync(take);

        _asking = null;
        _pressed = null;
    }

    private static string? Look(TransitionKind kind) => kind switch
    {
        TransitionKind.Agree => "lf-button--agree",
        TransitionKind.Refuse => "lf-button--refuse",
        _ => null,
    };
}
