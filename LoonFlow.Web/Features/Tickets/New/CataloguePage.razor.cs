using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Tickets.New;

/// <summary>Everything that may be filed: what was used lately first, the rest under its headings, all found by typing.</summary>
public sealed partial class CataloguePage : ComponentBase, IAsyncDisposable
{
    private const int MaxQueryLength = 100;

    private ElementReference _element;
    private JsModule? _module;
    private WorkflowCatalogue? _catalogue;
    private IReadOnlyList<CatalogueShelf> _shelves = [];
    private IReadOnlyList<Workflow> _found = [];
    private Refusal? _refusal;
    private string? _text;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required WorkflowQueries Workflows { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<NewTicketTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private bool IsSearching => !string.IsNullOrWhiteSpace(Query);

    protected override async Task OnInitializedAsync()
    {
        if (await Current.FindAsync() is not { } person)
        {
            _refusal = TicketRefusals.UnknownActor;
            return;
        }

        _catalogue = await Workflows.CatalogueAsync(person, CancellationToken.None);
        _shelves = _catalogue.Shelves();
        Find();
    }

    protected override void OnParametersSet()
    {
        // What is being typed may be ahead of the address by a blank.
        if (_text?.Trim() != Query?.Trim())
        {
            _text = Query;
        }

        Find();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = new JsModule(Js, "catalogue");
            await _module.MountAsync(_element);
        }
    }

    private void Find() => _found = IsSearching && _catalogue is not null ? _catalogue.Search(Query!) : [];

    private void Search(ChangeEventArgs change)
    {
        _text = change.Value as string ?? string.Empty;
        var query = _text.Length > MaxQueryLength ? _text[..MaxQueryLength] : _text;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(query) ? null : query.Trim()), replace: true);
    }

    private void ShowAll() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("q", (string?)null), replace: true);

    private string IdOf(CatalogueShelf shelf) => $"shelf-{_shelves.ToList().IndexOf(shelf)}";

    private string HeadingOf(CatalogueShelf shelf) => shelf.Heading switch
    {
        null => Texts["Recent"],
        "" => Texts["Others"],
        var heading => heading,
    };

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }
}
