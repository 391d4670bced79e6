using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>The palette and the form. Dragging happens in the browser; what was dropped where comes here.</summary>
public sealed partial class FormCanvas : ComponentBase, IAsyncDisposable
{
    private ElementReference _element;
    private JsModule? _module;
    private DotNetObjectReference<FormCanvas>? _self;
    private int _tab;
    private int _section;
    private string? _said;
    private string? _reached;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    /// <summary>Somebody wants a field gone.</summary>
    [Parameter]
    public EventCallback<string> OnRemove { get; set; }

    [Inject]
    public required IStringLocalizer<FormBuilderTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private FormLayout Layout { get; set; } = new([]);

    private int Tab => Math.Clamp(_tab, 0, Layout.Tabs.Count - 1);

    protected override void OnParametersSet() => Layout = Laid(Session.Document);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "form-builder");
            await _module.MountAsync(_element, _self);
        }

        if (_reached is { } key && _module is not null)
        {
            _reached = null;
            await _module.CallAsync("reach", key);
        }
    }

    /// <summary>A new field was dropped.</summary>
    [JSInvokable]
    public Task DroppedTypeAsync(int type, int section, int row, int? column) =>
        AddAsync((FieldType)type, new LayoutPlace(Tab, section, row, column));

    /// <summary>A field was dropped elsewhere.</summary>
    [JSInvokable]
    public void DroppedField(string key, int section, int row, int? column) =>
        Move(key, layout => LayoutMoves.To(layout, key, new LayoutPlace(Tab, section, row, column)));

    /// <summary>A field was dropped on the name of a tab.</summary>
    [JSInvokable]
    public void DroppedOnTab(string key, int tab) => Move(key, layout => LayoutMoves.ToTab(layout, key, tab));

    /// <summary>A field was moved by keyboard.</summary>
    [JSInvokable]
    public void Step(string key, string direction)
    {
        if (Enum.TryParse<LayoutDirection>(direction, out var way))
        {
            Move(key, layout => LayoutMoves.Step(layout, key, way));
            _tab = LayoutMoves.Find(Layout, key)?.Tab ?? _tab;
        }
    }

    [JSInvokable]
    public Task RemoveAsync(string key) => OnRemove.InvokeAsync(key);

    private Task AddAsync(FieldType type) => AddAsync(type, new LayoutPlace(Tab, _section, int.MaxValue, Column: null));

    private async Task AddAsync(FieldType type, LayoutPlace place)
    {
        if (!Enum.IsDefined(type))
        {
            return;
        }

        var field = NewFields.Of(type, new FieldId(await Session.NextIdAsync()), Session.Document.Fields);
        var layout = Laid(Session.Document);

        Session.Edit(
            Texts["StepAdd", field.Name.ForReader()],
            document => FieldEdits.Add(document, field) with { Layout = LayoutMoves.To(layout, field.Key, place) });
        _said = Texts["Added", field.Name.ForReader()];
        Select(field.Key);
    }

    private void Move(string key, Func<FormLayout, FormLayout> move)
    {
        if (FieldOf(key) is not { } field)
        {
            return;
        }

        Session.Edit(Texts["StepMove", field.Name.ForReader()], document => document with { Layout = move(Laid(document)) });
        Layout = Laid(Session.Document);
        _said = Place(key);
        _reached = key;
        StateHasChanged();
    }

    private string Place(string key) => LayoutMoves.Find(Layout, key) is { } at
        ? Texts["MovedTo", NameOf(at.Tab), at.Section + 1, at.Row + 1]
        : string.Empty;

    private void Select(string key) => Session.Select(new DesignerSelection { Field = key });

    private void Open(int tab) => (_tab, _section) = (tab, 0);

    private void AddTab()
    {
        Session.Edit(Texts["StepAddTab"], document => document with
        {
            Layout = new FormLayout([.. Named(Laid(document).Tabs), new FormTab(TabCaption(Layout.Tabs.Count), [new FormSection(Caption.Empty, [])])]),
        });
        Open(int.MaxValue);
    }

    /// <summary>What stood on the tab goes to the one before it.</summary>
    private void RemoveTab()
    {
        var gone = Tab;
        Session.Edit(Texts["StepRemoveTab"], document =>
        {
            var tabs = Laid(document).Tabs.ToList();

            // A second press may come before the first is seen.
            if (tabs.Count == 1 || gone >= tabs.Count)
            {
                return document;
            }

            var heir = gone == 0 ? 1 : gone - 1;
            tabs[heir] = tabs[heir] with { Sections = [.. tabs[heir].Sections, .. tabs[gone].Sections.Where(section => section.Rows is not [])] };
            tabs.RemoveAt(gone);

            return document with { Layout = new FormLayout(tabs) };
        });
        Open(Math.Max(0, gone - 1));
    }

    private void AddSection()
    {
        EditTab(Texts["StepAddSection"], tab => tab with { Sections = [.. tab.Sections, new FormSection(ReaderLanguage.Named("新分组", "New section"), [])] });
        _section = Layout.Tabs[Tab].Sections.Count - 1;
    }

    private void RemoveSection(int number) => EditTab(Texts["StepRemoveSection"], tab =>
    {
        var sections = tab.Sections.ToList();

        if (sections.Count == 1 || number >= sections.Count)
        {
            return tab;
        }

        var heir = number == 0 ? 1 : number - 1;
        sections[heir] = sections[heir] with { Rows = number == 0 ? [.. sections[0].Rows, .. sections[1].Rows] : [.. sections[heir].Rows, .. sections[number].Rows] };
        sections.RemoveAt(number);

        return tab with { Sections = sections };
    });

    private void EditSection(int number, string step, Func<FormSection, FormSection> change) =>
        EditTab(step, tab => tab with { Sections = [.. tab.Sections.Select((section, index) => index == number ? change(section) : section)] });

    private void EditTab(string step, Func<FormTab, FormTab> change)
    {
        var edited = Tab;
        Session.Edit(step, document => document with { Layout = new FormLayout([.. Laid(document).Tabs.Select((tab, index) => index == edited ? change(tab) : tab)]) });
        Layout = Laid(Session.Document);
    }

    private string NameOf(int tab) => Layout.Tabs[tab].Name is { IsEmpty: false } name ? name.ForReader() : Texts["UnnamedTab", tab + 1];

    private FormField? FieldOf(string key) => key == BuiltInField.Title ? BuiltInField.TitleField : Session.Document.Fields.FirstOrDefault(field => field.Key == key);

    private bool HasProblem(string key) => Session.Problems.Any(problem => problem.Field == key && problem.State is null && problem.Transition is null);

    private static IEnumerable<FormTab> Named(IReadOnlyList<FormTab> tabs) => tabs.Select((tab, index) => tab.Name.IsEmpty ? tab with { Name = TabCaption(index) } : tab);

    private static Caption TabCaption(int index) => new($"第 {index + 1} 页", $"Page {index + 1}");

    /// <summary>The layout with every field in it and a section to drop into.</summary>
    private static FormLayout Laid(WorkflowDocument document)
    {
        var layout = FormLayouts.Complete(document.Layout, document.Fields);

        return new FormLayout([.. layout.Tabs.Select(tab => tab.Sections is [] ? tab with { Sections = [new FormSection(Caption.Empty, [])] } : tab)]);
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
