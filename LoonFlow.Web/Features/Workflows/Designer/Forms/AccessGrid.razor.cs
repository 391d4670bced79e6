using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>Fields by states. Dragging and keys are the browser's; a finished rectangle comes here and is one step.</summary>
public sealed partial class AccessGrid : ComponentBase, IAsyncDisposable
{
    private ElementReference _element;
    private JsModule? _module;
    private DotNetObjectReference<AccessGrid>? _self;
    private IReadOnlyList<FormField> _fields = [];
    private IReadOnlyList<State> _states = [];
    private string _brush = "Optional";
    private string? _said;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Inject]
    public required IStringLocalizer<FormBuilderTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override void OnParametersSet()
    {
        var document = Session.Document;
        var order = FormLayouts.Keys(FormLayouts.Complete(document.Layout, document.Fields)).ToList();

        _fields = [BuiltInField.TitleField, .. document.Fields.OrderBy(field => order.IndexOf(field.Key))];
        _states = FilledStates.Of(document);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "access-grid");
            await _module.MountAsync(_element, _self);
        }
    }

    /// <summary>Fills the cells between two corners.</summary>
    [JSInvokable]
    public void Fill(int fromRow, int fromColumn, int toRow, int toColumn, string access)
    {
        if (AccessBrush.Named(access) is { } brush)
        {
            FormField[] fields = [.. Between(_fields, fromRow, toRow)];
            State[] states = [.. Between(_states, fromColumn, toColumn)];
            Fill([.. fields.SelectMany(field => states.Select(state => (state.Id, field.Key)))], brush);
            StateHasChanged();
        }
    }

    private void FillColumn(State state) => Fill([.. _fields.Select(field => (state.Id, field.Key))], AccessBrush.Named(_brush)!);

    private void FillRow(FormField field) => Fill([.. _states.Select(state => (state.Id, field.Key))], AccessBrush.Named(_brush)!);

    private void Fill(IReadOnlyList<(StateId State, string Key)> cells, AccessBrush brush)
    {
        _said = Texts["FilledCells", cells.Count, Texts[$"Access{brush.Name}"]];
        Session.Edit(Texts["StepAccess"], document => FieldEdits.Allow(document, cells, brush.Access));
    }

    private static IEnumerable<T> Between<T>(IReadOnlyList<T> all, int one, int other) =>
        all.Skip(Math.Max(0, Math.Min(one, other))).Take(Math.Abs(one - other) + 1);

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        _self?.Dispose();
    }
}
