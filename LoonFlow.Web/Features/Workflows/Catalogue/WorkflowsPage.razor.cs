using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Catalogue;

/// <summary>Every workflow that the reader designs: what is published, what waits in a draft, what is archived.</summary>
public sealed partial class WorkflowsPage : ComponentBase
{
    private const int MaxQueryLength = 100;

    private IReadOnlyList<DesignedWorkflow>? _all;
    private Actor.Person? _person;
    private Company? _company;
    private bool _isRefused;
    private string? _text;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "archived")]
    public bool Archived { get; set; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required CompanyStore Companies { get; init; }

    [Inject]
    public required DesignedWorkflows Workflows { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<WorkflowsTexts> Texts { get; init; }

    private IReadOnlyList<DesignedWorkflow> Found =>
        [.. _all!.Where(line => line.Workflow.IsRetired == Archived && (string.IsNullOrWhiteSpace(Query) || Names(line).Contains(Query.Trim(), StringComparison.CurrentCultureIgnoreCase)))];

    protected override async Task OnInitializedAsync()
    {
        _person = await Current.FindAsync();
        _company = await Companies.GetAsync(CancellationToken.None);
        _isRefused = _person is null || !await Workflows.AnyAsync(_person, CancellationToken.None);
        _all = _isRefused ? null : await Workflows.AllAsync(_person!, CancellationToken.None);
    }

    protected override void OnParametersSet()
    {
        // What is being typed may be ahead of the address by a blank.
        if (_text?.Trim() != Query?.Trim())
        {
            _text = Query;
        }
    }

    private void Search(ChangeEventArgs change)
    {
        _text = change.Value as string ?? string.Empty;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(_text) ? null : _text.Trim()), replace: true);
    }

    private string WhichHref(bool archived) => Navigation.GetUriWithQueryParameter("archived", archived ? true : null);

    private static string Names(DesignedWorkflow line) =>
        $"{line.Workflow.Name.Text} {line.Workflow.Name.English} {line.Workflow.Category.Text} {line.Workflow.Category.English}";
}
