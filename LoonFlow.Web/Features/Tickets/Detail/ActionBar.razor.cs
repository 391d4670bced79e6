using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using FieldProblem = LoonFlow.Domain.Common.FieldProblem;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>Everything that is offered beside the transitions. What needs a person or a reason asks for it in a dialog.</summary>
public sealed partial class ActionBar : ComponentBase
{
    private TicketAction? _open;
    private string? _error;
    private string? _comment;
    private (Refusal Refusal, TicketView Seen)? _turnedDown;
    private IReadOnlyList<FieldProblem> _problems = [];

    [Parameter, EditorRequired]
    public required IReadOnlyList<TicketAction> Actions { get; set; }

    [Parameter, EditorRequired]
    public required TicketView View { get; set; }

    /// <summary>The reader's own user name: nobody hands work to themselves.</summary>
    [Parameter]
    public string? Reader { get; set; }

    /// <summary>Reads what stands in the page's comment box; a dialog starts with it.</summary>
    [Parameter]
    public Func<string?>? Comment { get; set; }

    /// <summary>Whether the comment may as well go with a decision.</summary>
    [Parameter]
    public bool MayDecide { get; set; }

    [Parameter, EditorRequired]
    public required bool IsBusy { get; set; }

    /// <summary>Does it and says why not; a dialog stays open when its own answers are at fault.</summary>
    [Parameter, EditorRequired]
    public required Func<TicketRequest, Task<Refusal?>> Send { get; set; }

    /// <summary>A dialog was answered or left.</summary>
    [Parameter]
    public EventCallback OnClosed { get; set; }

    [Inject]
    public required IStringLocalizer<TicketTexts> Texts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    /// <summary>Whether somebody is answering a dialog.</summary>
    public bool IsAsking => _open is not null;

    // Worked out when it is drawn: the ticket as it is now may come here only after the answer has.
    private TicketNews.Setback? Setback =>
        _turnedDown is var (refusal, seen) ? new TicketNews.Setback(RefusalTexts.Of(refusal), View.NewsSince(seen), View.StateText) : null;

    private void Open(TicketAction action)
    {
        _open = action;
        (_error, _turnedDown) = (null, null);
        _problems = [];
        _comment = Comment?.Invoke();
    }

    private Task CloseAsync()
    {
        _open = null;

        return OnClosed.InvokeAsync();
    }

    private async Task SendAsync(TicketRequest request)
    {
        var seen = View;
        (_error, _turnedDown) = (null, null);
        _problems = [];
        var refusal = await Send(request);

        switch (refusal?.Kind)
        {
            case RefusalKind.Invalid:
                _error = RefusalTexts.Of(refusal);
                _problems = refusal.Fields;
                break;
            case RefusalKind.Conflict or RefusalKind.Forbidden:
                // What was typed stays: the reader decides whether it still holds for the ticket as it is now.
                _turnedDown = (refusal, seen);
                break;
            default:
                await CloseAsync();
                break;
        }
    }

    private string CaptionOf(TicketAction action) => action switch
    {
        TicketAction.Jump { IsReopening: true } => Texts["Reopen"],
        TicketAction.ForceForward force when Actions.OfType<TicketAction.ForceForward>().Skip(1).Any() =>
            Texts["ForceForwardIn", View.Stays.First(stay => stay.Visit == force.Visit).StateName.ForReader()],
        _ => Texts[action.GetType().Name],
    };

    private static IconName IconOf(TicketAction action) => action switch
    {
        TicketAction.Forward or TicketAction.ForceForward => IconName.Forward,
        TicketAction.Consult => IconName.Users,
        TicketAction.Return => IconName.Return,
        TicketAction.Withdraw => IconName.Undo,
        TicketAction.Jump => IconName.Flow,
        TicketAction.Correct => IconName.Edit,
        TicketAction.Delete => IconName.Trash,
        _ => IconName.Close,
    };
}
