using LoonFlow.Domain.Common;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>A caption: one line for readers of the designer's language, and one for those of the other that is out of the way until somebody wants it.</summary>
public sealed partial class CaptionEditor : ComponentBase
{
    private bool _isOpen;
    private ElementReference _beside;
    private bool _focuses;
    private string? _typed;
    private string _told = string.Empty;
    private string _given = string.Empty;

    /// <summary>The id of the input; that of the other language is this with "-beside".</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required Caption Value { get; set; }

    /// <summary>More than one for a text of several lines.</summary>
    [Parameter]
    public int Rows { get; set; } = 1;

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<Caption> OnChanged { get; set; }

    /// <summary>Hears what it reads so far, with each key, where others show it; else only what it reads when it is left is told.</summary>
    [Parameter]
    public EventCallback<Caption> OnTyped { get; set; }

    [Inject]
    public required IStringLocalizer<PanelTexts> Texts { get; init; }

    private bool ShowsBeside => _isOpen || Value.Beside(ReaderLanguage.Current).Length > 0;

    private static string BesideLanguage => ReaderLanguage.Current == "en" ? "zh" : "en";

    private string? DescribedBy => string.Join(' ', new[] { Error is null ? null : $"{Id}-error", Help is null ? null : $"{Id}-help" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    // What is typed stays as it was typed, blanks at its end too, until it is left or something else is said elsewhere.
    protected override void OnParametersSet()
    {
        var given = Value.ForReader();

        // Given once more what was given before, it is only drawn again: nobody said anything else.
        if (_typed is not null && given != _given && given != _told)
        {
            _typed = null;
        }

        _given = given;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focuses)
        {
            _focuses = false;
            await _beside.FocusAsync();
        }
    }

    private void Open() => (_isOpen, _focuses) = (true, true);

    private Task TypeAsync(string? typed)
    {
        _typed = typed ?? string.Empty;
        var caption = Value.With(_typed.Trim(), ReaderLanguage.Current);
        _told = caption.ForReader();

        return caption == Value ? Task.CompletedTask : OnTyped.InvokeAsync(caption);
    }

    private Task LeaveAsync(ChangeEventArgs change)
    {
        var caption = Value.With(Typed(change), ReaderLanguage.Current);
        _typed = null;

        return caption == Value ? Task.CompletedTask : OnChanged.InvokeAsync(caption);
    }

    private Task ChangeAsync(string text) => OnChanged.InvokeAsync(Value.With(text, ReaderLanguage.Current));

    private Task ChangeBesideAsync(string text) => OnChanged.InvokeAsync(Value.WithBeside(text, ReaderLanguage.Current));

    private static string Typed(ChangeEventArgs change) => (change.Value as string ?? string.Empty).Trim();
}
