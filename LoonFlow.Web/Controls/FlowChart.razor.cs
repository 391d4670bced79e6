using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Controls;

/// <summary>Draws a workflow to look at. The list beside the drawing says the same in words.</summary>
public sealed partial class FlowChart : ComponentBase, IAsyncDisposable
{
    private static readonly FlowChartMark[] Marks = [FlowChartMark.Added, FlowChartMark.Removed, FlowChartMark.Changed, FlowChartMark.Moved];

    private readonly string _listId = $"flow-{Guid.NewGuid():N}";
    private ElementReference _element;
    private JsModule? _module;
    private FlowChartModel? _drawn;

    [Parameter, EditorRequired]
    public required FlowChartModel Model { get; set; }

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _drawn = Model;
            _module = new JsModule(Js, "flow-chart");
            await _module.MountAsync(_element, ForBrowser(Model), new
            {
                here = Texts["YouAreHere"].Value,
                marks = Marks.ToDictionary(Word, mark => $"{SignOf(mark)} {Texts[$"Mark{mark}"]}"),
            });
        }
        else if (_module is { IsMounted: true } && !ReferenceEquals(_drawn, Model))
        {
            _drawn = Model;
            await _module.CallAsync("update", ForBrowser(Model));
        }
    }

    private static object ForBrowser(FlowChartModel model) => new
    {
        states = model.States.Select(state => new { state.Id, state.Name, Kind = Word(state.Kind), state.Hidden, state.X, state.Y, Mark = Word(state.Mark) }),
        transitions = model.Transitions.Select(transition => new
        {
            transition.Id,
            Name = transition.Mark is FlowChartMark.None ? transition.Name : $"{SignOf(transition.Mark)} {transition.Name}",
            transition.From,
            transition.To,
            Kind = Word(transition.Kind),
            transition.Condition,
            Mark = Word(transition.Mark),
        }),
        Compares = model.States.Any(state => state.Mark is not FlowChartMark.None) || model.Transitions.Any(transition => transition.Mark is not FlowChartMark.None),
        model.Current,
        model.Visited,
    };

    private static string SignOf(FlowChartMark mark) => mark switch
    {
        FlowChartMark.Added => "+",
        FlowChartMark.Removed => "−",
        FlowChartMark.Moved => "↔",
        _ => "±",
    };

    private static string Word<T>(T kind)
        where T : struct, Enum => kind.ToString().ToLowerInvariant();

    private bool IsCurrent(FlowChartState state) => Model.Current.Contains(state.Id);

    private string MarkOf(FlowChartState state) => state switch
    {
        _ when IsCurrent(state) => $" – {Texts["YouAreHere"]}",
        _ when Model.Visited.Contains(state.Id) => $" – {Texts["Visited"]}",
        _ => WordsOf(state.Mark),
    };

    private string WordsOf(FlowChartMark mark) => mark is FlowChartMark.None ? string.Empty : $" – {Texts[$"Mark{mark}"]}";

    private string WayOf(FlowChartTransition transition)
    {
        var target = Model.States.FirstOrDefault(state => state.Id == transition.To)?.Name;
        var name = transition.Condition is null ? transition.Name : $"{transition.Name} ({transition.Condition})";

        return Texts["WayTo", name, target ?? string.Empty] + WordsOf(transition.Mark);
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }
}
