using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Tickets.Inbox;

/// <summary>Search, filters and order of a list. It keeps nothing: every choice becomes a new filter.</summary>
public sealed partial class InboxTools : ComponentBase, IDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource? _typing;
    private InboxFilter? _known;
    private string? _text;
    private bool? _isOpen;

    [Parameter, EditorRequired]
    public required InboxFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<InboxChoice<WorkflowId>> Workflows { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<InboxChoice<StateId>> States { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<InboxFilter> OnFilter { get; set; }

    [Inject]
    public required IStringLocalizer<InboxTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<TicketTexts> TicketTexts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private bool IsOpen => _isOpen ?? Filter.ConditionCount > 0;

    protected override void OnParametersSet()
    {
        // What is being typed must not be replaced by an answer to what was typed before.
        if (_known is null || _known.Text != Filter.Text && InboxFilter.TextOf(_text) != Filter.Text)
        {
            _text = Filter.Text;
        }

        _known = Filter;
    }

    private void Toggle() => _isOpen = !IsOpen;

    private async Task TypeAsync(ChangeEventArgs change)
    {
        _text = change.Value as string;
        _typing?.Cancel();
        _typing = new CancellationTokenSource();
        var pause = _typing.Token;

        await Task.Delay(TypingPause, Clock, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        if (!pause.IsCancellationRequested)
        {
            await SearchAsync();
        }
    }

    private Task SearchNow(ChangeEventArgs change)
    {
        _text = change.Value as string;
        _typing?.Cancel();

        return SearchAsync();
    }

    private Task SearchAsync() =>
        InboxFilter.TextOf(_text) is var text && text != Filter.Text ? OnFilter.InvokeAsync(Filter with { Text = text }) : Task.CompletedTask;

    // A state belongs to its workflow.
    private Task ChooseWorkflow(ChangeEventArgs change) => OnFilter.InvokeAsync(Filter with
    {
        Workflow = InboxFilter.NumberOf(change.Value as string) is { } id ? new WorkflowId(id) : null,
        State = null,
    });

    private Task ChooseState(ChangeEventArgs change) =>
        OnFilter.InvokeAsync(Filter with { State = InboxFilter.NumberOf(change.Value as string) is { } id ? new StateId(id) : null });

    private Task ChooseStatus(ChangeEventArgs change) =>
        OnFilter.InvokeAsync(Filter with { Status = InboxFilter.EnumOf<TicketStatus>(change.Value as string) });

    private Task ChooseFrom(ChangeEventArgs change) => OnFilter.InvokeAsync(Filter with { From = InboxFilter.DayOf(change.Value as string) });

    private Task ChooseTo(ChangeEventArgs change) => OnFilter.InvokeAsync(Filter with { To = InboxFilter.DayOf(change.Value as string) });

    private Task ClearAsync()
    {
        _text = null;
        _isOpen = true;

        return OnFilter.InvokeAsync(new InboxFilter { Tab = Filter.Tab, OldestFirst = Filter.OldestFirst, PageSize = Filter.PageSize });
    }

    public void Dispose()
    {
        _typing?.Cancel();
        _typing?.Dispose();
    }
}
