using LoonFlow.Domain.Conditions;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

public sealed partial class SuggestingText : ComponentBase, IAsyncDisposable
{
    private static readonly ConditionCompletion Nothing = new(0, 0, []);

    private ElementReference _element;
    private JsModule? _module;
    private DotNetObjectReference<SuggestingText>? _self;
    private ConditionCompletion _offered = Nothing;
    private int _active;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Its name, where no label stands beside it.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public int Rows { get; set; } = 2;

    [Parameter]
    public bool Mono { get; set; }

    [Parameter]
    public bool Invalid { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>What may be written in this text at this place, counted from 0.</summary>
    [Parameter, EditorRequired]
    public required Func<string, int, ConditionCompletion> Suggest { get; set; }

    [Parameter]
    public EventCallback<string> OnTyped { get; set; }

    /// <summary>The field was left.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnCommitted { get; set; }

    [Inject]
    public required IStringLocalizer<ConditionTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private string ListId => $"{Id}-list";

    private bool IsOpen => _offered.Suggestions.Count > 0;

    /// <summary>Called by the browser, which alone knows where the caret stands.</summary>
    [JSInvokable]
    public void OfferAt(string text, int caret)
    {
        Typed = text;
        _offered = Suggest(text, caret);
        _active = 0;
        StateHasChanged();
    }

    private string Typed { get; set; } = string.Empty;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "suggesting-text");
            await _module.MountAsync(_element, _self);
        }
    }

    private string OptionId(int index) => $"{Id}-option-{index}";

    private void Close() => _offered = Nothing;

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen:
                _active = (_active + 1) % _offered.Suggestions.Count;
                break;
            case "ArrowUp" when IsOpen:
                _active = (_active + _offered.Suggestions.Count - 1) % _offered.Suggestions.Count;
                break;
            case "Enter" when IsOpen:
                await PutAsync(_active);
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private async Task PutAsync(int index)
    {
        var (text, caret) = _offered.Put(Typed, _offered.Suggestions[index]);
        Close();
        await OnTyped.InvokeAsync(text);

        if (_module is not null)
        {
            await _module.CallAsync("put", text, caret);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        _self?.Dispose();
    }
}
