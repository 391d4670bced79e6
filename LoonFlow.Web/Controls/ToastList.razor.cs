using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Controls;

public sealed partial class ToastList : ComponentBase, IDisposable
{
    private readonly List<Toast> _toasts = [];
    private readonly Dictionary<Toast, ITimer> _timers = [];

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }

    protected override void OnInitialized() => Toasts.Shown += OnShown;

    private void OnShown(Toast toast) => _ = InvokeAsync(() =>
    {
        // What was said before is said anew, so that it is read out again, and does not pile up.
        _toasts.Where(before => before.Text == toast.Text && before.Action is null).ToList().ForEach(Remove);
        _toasts.Add(toast);
        _timers[toast] = Clock.CreateTimer(_ => _ = InvokeAsync(() => Remove(toast)), null, toast.Shown, Timeout.InfiniteTimeSpan);
        StateHasChanged();
    });

    private static IconName IconOf(Tone tone) => tone switch
    {
        Tone.Good => IconName.Check,
        Tone.Warn or Tone.Bad => IconName.Warning,
        _ => IconName.Info,
    };

    private async Task ActAsync(Toast toast)
    {
        Remove(toast);

        if (toast.Action is not null)
        {
            await toast.Action();
        }
    }

    private void Remove(Toast toast)
    {
        if (_timers.Remove(toast, out var timer))
        {
            timer.Dispose();
            _toasts.Remove(toast);
            StateHasChanged();
        }
    }

    public void Dispose()
    {
        Toasts.Shown -= OnShown;

        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }
    }
}
