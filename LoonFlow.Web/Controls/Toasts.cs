namespace LoonFlow.Web.Controls;

/// <summary>Says something at the edge of the screen; one per circuit, drawn by <see cref="ToastList"/>.</summary>
public sealed class Toasts
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(12);

    public event Action<Toast>? Shown;

    public void Good(string text) => Show(new Toast(Tone.Good, text, Short));

    public void Info(string text) => Show(new Toast(Tone.Info, text, Short));

    public void Bad(string text) => Show(new Toast(Tone.Bad, text, Long));

    public void Show(Toast toast) => Shown?.Invoke(toast);
}
