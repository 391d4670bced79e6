using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>The flow chart, folded away until there is room for it or somebody asks.</summary>
public sealed partial class FlowChartCard : ComponentBase, IAsyncDisposable
{
    private ElementReference _element;
    private JsModule? _module;
    private TicketView? _drawn;
    private FlowChartModel? _model;
    private bool _isOpen;

    [Parameter, EditorRequired]
    public required TicketView View { get; set; }

    [Inject]
    public required IStringLocalizer<TicketTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_drawn, View))
        {
            _drawn = View;
            _model = TicketCharts.Of(View);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = new JsModule(Js, "flow-chart-card");
            await _module.MountAsync(_element);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }
}
