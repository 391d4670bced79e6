using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Controls;

/// <summary>One or several out of a long list, found by typing. What was chosen stands before the words being typed.</summary>
public sealed partial class Combobox : ComponentBase, IAsyncDisposable
{
    private const int MostShown = 50;

    private ElementReference _element;
    private JsModule? _module;
    private string _query = string.Empty;
    private bool _isOpen;
    private int _active;
    private int _more;
    private IReadOnlyList<ComboboxItem> _found = [];

    [Parameter, EditorRequired]
    public required FieldIds Ids { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ComboboxItem> Items { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Chosen { get; set; }

    [Parameter]
    public bool Multiple { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<string>> OnChanged { get; set; }

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private string ListId => $"{Ids.Input}-list";

    private IEnumerable<ComboboxItem> ChosenItems =>
        Chosen.Select(key => Items.FirstOrDefault(item => item.Key == key) ?? new ComboboxItem(key, key));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = new JsModule(Js, "combobox");
            await _module.MountAsync(_element);
        }
    }

    private string OptionId(int index) => $"{Ids.Input}-option-{index}";

    private void Search(ChangeEventArgs change)
    {
        _query = change.Value as string ?? string.Empty;
        Open();
    }

    private void Open()
    {
        var words = _query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        ComboboxItem[] found = [.. Items.Where(item => item.Matches(words))];
        _found = [.. found.OrderByDescending(item => words is [var first, ..] && item.Text.StartsWith(first, StringComparison.CurrentCultureIgnoreCase)).Take(MostShown)];
        _more = found.Length - _found.Count;
        _active = 0;
        _isOpen = true;
    }

    private void Close()
    {
        _isOpen = false;
        _found = [];
        _more = 0;
        _query = string.Empty;
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" or "ArrowUp" when !_isOpen:
                Open();
                break;
            case "ArrowDown" when _found.Count > 0:
                _active = (_active + 1) % _found.Count;
                break;
            case "ArrowUp" when _found.Count > 0:
                _active = (_active + _found.Count - 1) % _found.Count;
                break;
            case "Enter" when _isOpen && _active < _found.Count:
                await ChooseAsync(_found[_active]);
                break;
            case "Escape":
                Close();
                break;
            case "Backspace" when _query.Length == 0 && Chosen.Count > 0:
                await RemoveAsync(Chosen[^1]);
                break;
        }
    }

    private async Task ChooseAsync(ComboboxItem item)
    {
        string[] chosen = !Multiple ? [item.Key]
            : Chosen.Contains(item.Key) ? [.. Chosen.Where(key => key != item.Key)]
            : [.. Chosen, item.Key];

        if (Multiple)
        {
            var active = _active;
            var wasSearching = _query.Length > 0;
            _query = string.Empty;
            Open();
            _active = wasSearching ? 0 : active;
        }
        else
        {
            Close();
        }

        await OnChanged.InvokeAsync(chosen);
    }

    private Task RemoveAsync(string key) => OnChanged.InvokeAsync([.. Chosen.Where(chosen => chosen != key)]);

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }
}
