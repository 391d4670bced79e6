using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>How the page follows what others do: never below the reader's hands.</summary>
public sealed partial class TicketPage
{
    private void OnChange(TicketChange change)
    {
        if (change.Ticket.Value == Id)
        {
            _ = InvokeAsync(() =>
            {
                _heard = Math.Max(_heard, change.Revision);
                return LookAgainAsync();
            });
        }
    }

    private async Task LookAgainAsync()
    {
        if (_isBusy || _view is not { } seen || _heard <= Math.Max(seen.Revision, _newer?.Revision ?? 0))
        {
            return;
        }

        try
        {
            Meet(await FindAsync(seen.Id), seen);
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The reader has left the page.
        }
    }

    private void Meet(TicketView? found, TicketView seen)
    {
        if (!ReferenceEquals(seen, _view) || _isBusy)
        {
            return;
        }

        if (found is null)
        {
            _isMissing = true;
        }
        else if (IsBeingEdited)
        {
            _newer = found;
            _news = new TicketNews.Changed(found.NewsSince(seen));
        }
        else
        {
            Show(found);

            if (found.NewsSince(seen) is { } line)
            {
                Toasts.Info($"{line.By?.Name ?? Texts["Engine"]} {WhatHappened.DeedOf(line, Texts)}");
            }
        }
    }
}
