using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Applications.List;

/// <summary>Every system that may call: what for, how, and when it last did.</summary>
public sealed partial class ApplicationsBoard : ComponentBase
{
    private const int MaxQueryLength = 100;
    private const int WorkflowsNamed = 2;

    private IReadOnlyList<ApplicationView>? _all;
    private IReadOnlyDictionary<WorkflowId, Workflow> _workflows = new Dictionary<WorkflowId, Workflow>();
    private Refusal? _refusal;
    private string? _text;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [Parameter, EditorRequired]
    public required Actor.Person Reader { get; set; }

    [Inject]
    public required ApplicationQueries Queries { get; init; }

    [Inject]
    public required WorkflowStore Workflows { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required IStringLocalizer<ApplicationTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SettingsTexts> SettingsTexts { get; init; }

    private bool IsSearching => !string.IsNullOrWhiteSpace(Query);

    private IReadOnlyList<ApplicationView> Found => IsSearching
        ? [.. _all!.Where(view => view.Application.Name.Contains(Query!.Trim(), StringComparison.OrdinalIgnoreCase))]
        : _all!;

    protected override async Task OnInitializedAsync()
    {
        _workflows = await Workflows.CatalogueAsync(CancellationToken.None);
        var all = await Queries.AllAsync(Reader, CancellationToken.None);
        _refusal = all.Refusal;
        _all = all.Succeeded ? all.Value : null;
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

    private string Joined(IEnumerable<string> words, string none) => string.Join(Texts["And"], words.Select(word => Texts[word].Value).DefaultIfEmpty(Texts[none].Value));

    private string WorkflowsOf(Application application)
    {
        if (application.Workflows is not { } chosen)
        {
            return Texts["WorkflowsAll"];
        }

        var names = string.Join(Texts["And"], chosen.Take(WorkflowsNamed).Select(id => _workflows.GetValueOrDefault(id)?.Name.ForReader() ?? $"#{id.Value}"));

        return chosen.Count == 0 ? Texts["WorkflowsNone"] : chosen.Count > WorkflowsNamed ? Texts["WorkflowsMore", names, chosen.Count - WorkflowsNamed] : names;
    }
}
