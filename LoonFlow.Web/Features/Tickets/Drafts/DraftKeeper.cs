using LoonFlow.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets.Drafts;

/// <summary>
/// Writes what is typed into one form to its draft, at most a second after the first unsaved key, so that nothing but that
/// second is lost with a connection or a server.
/// </summary>
/// <param name="useCases">The one door.</param>
/// <param name="clock">Tells when a second is over.</param>
/// <param name="person">Whose draft it is.</param>
/// <param name="form">Which form it belongs to.</param>
/// <param name="read">Reads what stands in the form now.</param>
/// <param name="dispatch">Runs something where the form may be read.</param>
public sealed class DraftKeeper(
    UseCases useCases, TimeProvider clock, Actor.Person person, string form, Func<DraftContent> read, Func<Func<Task>, Task> dispatch) : IAsyncDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private ITimer? _timer;
    private Task _saving = Task.CompletedTask;
    private bool _isOver;

    /// <summary>A draft was written, or emptied.</summary>
    public event Action? Saved;

    public void Touch()
    {
        if (_timer is null && !_isOver)
        {
            _timer = clock.CreateTimer(_ => _ = dispatch(SaveAsync), null, Delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Forgets the draft: it was sent or is no longer wanted. Touching begins a new one.</summary>
    public async Task ForgetAsync()
    {
        StopTimer();
        await _saving;
        await WriteAsync(DraftContent.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await SaveAsync();
        }

        _isOver = true;
        await _saving;
    }

    private Task SaveAsync()
    {
        if (_timer is null)
        {
            return Task.CompletedTask;
        }

        StopTimer();
        var content = read();

        // One after the other, so that an older text never lands on a newer one.
        return _saving = AfterAsync(_saving, content);
    }

    private async Task AfterAsync(Task earlier, DraftContent content)
    {
        await earlier;
        await WriteAsync(content);
        Saved?.Invoke();
    }

    private async Task WriteAsync(DraftContent content)
    {
        try
        {
            await useCases.RunAsync((SaveFormDraftHandler handler) => handler.HandleAsync(new SaveFormDraft(form, content), person, CancellationToken.None));
        }
        catch (DbUpdateException)
        {
            // The same form is open twice and the other one wrote first; the next key writes again.
        }
    }

    private void StopTimer()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
