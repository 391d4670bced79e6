using System.Data.Common;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Features.Workflows.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>
/// Keeps what is designed: writes the draft a moment after the first edit that is not written, one writing after the
/// other. What somebody else saved meanwhile is merged in; where both edited the same, it asks.
/// </summary>
public sealed class DraftAutosave : IAsyncDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(5);

    private readonly UseCases _useCases;
    private readonly TimeProvider _clock;
    private readonly DesignerSession _session;
    private readonly Func<Func<Task>, Task> _dispatch;
    private WorkflowDocument _kept;
    private WorkflowDocument _sent;
    private ITimer? _timer;
    private Task _saving = Task.CompletedTask;
    private bool _isOver;

    /// <param name="useCases">The one door.</param>
    /// <param name="clock">Tells when a moment is over.</param>
    /// <param name="session">What is designed.</param>
    /// <param name="revision">Of the draft that the session was opened with.</param>
    /// <param name="dispatch">Runs something where the session may be read.</param>
    public DraftAutosave(UseCases useCases, TimeProvider clock, DesignerSession session, int revision, Func<Func<Task>, Task> dispatch)
    {
        _useCases = useCases;
        _clock = clock;
        _session = session;
        _dispatch = dispatch;
        _kept = _sent = session.Document;
        Revision = revision;
        session.Changed += Touch;
    }

    /// <summary>The state of saving changed.</summary>
    public event Action? Changed;

    /// <summary>The draft was written, with this revision.</summary>
    public event Action<int>? Saved;

    /// <summary>Of the draft as it was read or written last.</summary>
    public int Revision { get; private set; }

    public SaveState State { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Why it could not be written.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What both edited; null where nothing waits for an answer.</summary>
    public MergeOutcome? Conflict { get; private set; }

    /// <summary>Writes what is not written yet, now; nothing while an answer to a contradiction is waited for.</summary>
    public Task SaveAsync()
    {
        StopTimer();

        return _saving = AfterAsync(_saving);
    }

    /// <summary>Takes over what somebody else saved, with what is edited here on top.</summary>
    public async Task FollowAsync()
    {
        await _saving;
        await SaveAsync();
    }

    /// <summary>Writes the merged document with what the designer chose where both edited the same.</summary>
    public async Task ResolveAsync(WorkflowDocument resolved)
    {
        Conflict = null;
        _session.Follow(_sent, resolved);
        await SaveAsync();
    }

    private void Touch()
    {
        if (_timer is null && Conflict is null && !ReferenceEquals(_kept, _session.Document))
        {
            State = SaveState.Waiting;
            SaveAfter(Delay);
            Changed?.Invoke();
        }
    }

    private void TryLater(bool isWorthIt)
    {
        if (isWorthIt && !_isOver)
        {
            StopTimer();
            SaveAfter(NextTry);
        }
    }

    private void SaveAfter(TimeSpan delay) => _timer = _clock.CreateTimer(_ => _ = _dispatch(SaveAsync), null, delay, Timeout.InfiniteTimeSpan);

    private void StopTimer()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private async Task AfterAsync(Task earlier)
    {
        await earlier;

        // To write one's own over what the others made would decide what is being asked.
        if (Conflict is not null)
        {
            return;
        }

        var sent = _sent = _session.Document;
        (State, Refusal) = (SaveState.Saving, null);
        Changed?.Invoke();

        var result = await SendAsync(new SaveDraft(_session.Workflow.Id, Revision, _kept, sent));

        if (result is not { Succeeded: true })
        {
            (State, Refusal) = (SaveState.Refused, result?.Refusal);
            TryLater(result is null);
        }
        else if (result.Value is { Conflicts: [_, ..], Outcome: { } outcome })
        {
            (Revision, _kept) = (result.Value.Revision, result.Value.Stored);
            (State, Conflict) = (SaveState.Refused, outcome);
            StopTimer();
        }
        else
        {
            Keep(sent, result.Value);
        }

        Changed?.Invoke();
    }

    /// <summary>Null when the database could not be asked.</summary>
    private async Task<Result<DraftSaved>?> SendAsync(SaveDraft command)
    {
        try
        {
            return await _useCases.RunAsync((SaveDraftHandler handler) => handler.HandleAsync(command, _session.Person, CancellationToken.None));
        }
        catch (Exception broken) when (broken is DbException or DbUpdateException or TimeoutException or InvalidOperationException { InnerException: DbException or TimeoutException })
        {
            // The designer goes on, sees that nothing is kept, and tries again: what was drawn is still here.
            return null;
        }
    }

    private void Keep(WorkflowDocument sent, DraftSaved saved)
    {
        Revision = saved.Revision;
        _kept = saved.Document;
        State = SaveState.Saved;
        SavedAt = _clock.GetUtcNow();
        Saved?.Invoke(saved.Revision);

        if (!ReferenceEquals(sent, saved.Document))
        {
            _session.Follow(sent, saved.Document);
        }

        Touch();
    }

    public async ValueTask DisposeAsync()
    {
        _session.Changed -= Touch;

        _isOver = true;

        await _saving;

        if (Conflict is { } waiting)
        {
            // Nobody is left to choose: what the others wrote stays, and so does whatever does not contradict it.
            await ResolveAsync(DocumentMerge.Resolve(waiting, waiting.Conflicts.Select(conflict => conflict.Place).ToHashSet()));
        }
        else if (!ReferenceEquals(_kept, _session.Document))
        {
            await SaveAsync();
        }

        await _saving;
        StopTimer();
    }
}
