using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Conditions;

/// <summary>A condition as text: says at once where it cannot be read, and offers what may be written at the caret.</summary>
public sealed partial class ConditionTextEditor : ComponentBase, IAsyncDisposable
{
    private static readonly ConditionCompletion Nothing = new(0, 0, []);

    private ElementReference _element;
    private JsModule? _module;
    private DotNetObjectReference<ConditionTextEditor>? _self;
    private ConditionReading? _reading;
    private IReadOnlyList<ConditionDoubt> _doubts = [];
    private ConditionCompletion _offered = Nothing;
    private int _active;
    private string? _checked;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ConditionSubject> Subjects { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FormField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> OnTyped { get; set; }

    /// <summary>The field was left, or something whole was put in.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnCommitted { get; set; }

    [Inject]
    public required IStringLocalizer<ConditionTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private string InputId => $"{Id}-text";

    private string ListId => $"{Id}-text-list";

    private bool IsOpen => _offered.Suggestions.Count > 0;

    /// <summary>Called by the browser, which alone knows where the caret stands.</summary>
    [JSInvokable]
    public void OfferAt(string text, int caret)
    {
        _offered = ConditionCompletion.At(text, caret, Subjects, Company);
        _active = 0;
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        if (_checked != Text)
        {
            _checked = Text;
            _reading = string.IsNullOrWhiteSpace(Text) ? null : ConditionText.Read(Text);
            _doubts = _reading?.Condition is { } condition ? ConditionDoubts.Of(condition, Fields, Company) : [];
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "condition-text");
            await _module.MountAsync(_element, _self);
        }
    }

    private string OptionId(int index) => $"{InputId}-option-{index}";

    private Task TypeAsync(string? typed) => OnTyped.InvokeAsync(typed ?? string.Empty);

    private Task CommitAsync(string? typed) => OnCommitted.InvokeAsync(typed ?? string.Empty);

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
        var (text, caret) = _offered.Put(Text, _offered.Suggestions[index]);
        Close();
        await OnTyped.InvokeAsync(text);

        if (_module is not null)
        {
            await _module.CallAsync("put", text, caret);
        }
    }

    private string SayProblem(ConditionProblem problem)
    {
        var text = Texts[problem.Code, [.. problem.Arguments.Select(argument => argument.Length == 0 ? Texts["TheEnd"].Value : argument)]];

        return text.ResourceNotFound ? problem.Message : text.Value;
    }

    private int At(ConditionProblem problem) => Math.Clamp(problem.Position, 0, Text.Length);

    /// <summary>What the problem is about, up to the next blank; a place at the end is shown as such.</summary>
    private string Marked(ConditionProblem problem)
    {
        var rest = Text[At(problem)..];
        var end = rest.IndexOfAny([' ', '\n', '\t'], Math.Min(1, rest.Length));

        return end < 0 ? rest : rest[..end];
    }

    private string NameOf(string key) => Subjects.FirstOrDefault(subject => subject.Key == key)?.Name.ForReader() ?? key;

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        _self?.Dispose();
    }
}
