using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Exchange;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.New;

/// <summary>Begins a workflow: with nothing, with one that comes with LoonFlow, or with a copy of another one.</summary>
public sealed partial class NewWorkflowPage : ComponentBase
{
    private IReadOnlyList<Beginning> _beginnings = [];
    private Beginning? _chosen;
    private string? _name;
    private string? _nameError;
    private string? _refusal;
    private bool _busy;
    private bool _isFocused;
    private ElementReference _nameBox;

    /// <summary>The workflow to copy.</summary>
    [SupplyParameterFromQuery(Name = "copy")]
    public long? Copy { get; set; }

    [Inject]
    public required WorkflowStore Workflows { get; init; }

    [Inject]
    public required DesignQueries Designs { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<WorkflowsTexts> Texts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        var workflows = (await Workflows.CatalogueAsync(CancellationToken.None)).Values
            .Where(workflow => !workflow.IsRetired)
            .OrderBy(workflow => workflow.Name.ForReader(), StringComparer.CurrentCulture);

        _beginnings =
        [
            new Beginning(BeginningKind.Blank, string.Empty, Texts["Blank"], Texts["BlankAbout"], "note_add"),
            .. ReadyWorkflow.All.Select(ready => new Beginning(BeginningKind.Ready, ready.Key, ready.Name.ForReader(), ready.Description.ForReader(), ready.Icon)),
            .. workflows.Select(workflow => new Beginning(BeginningKind.Copy, KeyOf(workflow.Id.Value), Texts["CopyOf", workflow.Name.ForReader()], workflow.Description.ForReader(), workflow.Icon)),
        ];
        Choose(_beginnings.FirstOrDefault(beginning => beginning.Kind is BeginningKind.Copy && Copy is { } copy && beginning.Key == KeyOf(copy)) ?? _beginnings[0]);
    }

    /// <summary>The form is drawn once it is known who asks for it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isFocused && _nameBox.Id is { Length: > 0 })
        {
            _isFocused = true;
            await _nameBox.FocusAsync(preventScroll: true);
        }
    }

    private void Choose(Beginning beginning)
    {
        // A name that was not typed follows the choice.
        if (string.IsNullOrWhiteSpace(_name) || _name == _chosen?.Name)
        {
            _name = beginning.Kind is BeginningKind.Blank ? null : beginning.Name;
        }

        _chosen = beginning;
    }

    private async Task StartAsync(Actor.Person person)
    {
        // A button is off only when the browser has seen it.
        if (_busy)
        {
            return;
        }

        _busy = true;
        _refusal = _nameError = null;

        // Whom its roles mean is asked there.
        if (_chosen is { Kind: BeginningKind.Ready, Key: var ready } && WorkflowRefusals.WrongName(_name?.Trim() ?? string.Empty) is null)
        {
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/workflows/import", new Dictionary<string, object?> { ["ready"] = ready, ["name"] = _name?.Trim() }));
            return;
        }

        if (await DocumentAsync(person) is { } document)
        {
            var result = await UseCases.RunAsync((StartWorkflowHandler handler) => handler.HandleAsync(new StartWorkflow(document), person, CancellationToken.None));

            if (result.Succeeded)
            {
                Navigation.NavigateTo($"/workflows/{result.Value.Value}/design");
                return;
            }

            Complain(result.Refusal);
        }
        else
        {
            Complain(WorkflowRefusals.UnknownWorkflow);
        }

        _busy = false;
    }

    private void Complain(Refusal refusal)
    {
        if (refusal.Fields is [var problem, ..])
        {
            _nameError = ProblemTexts.Of(problem);
        }
        else
        {
            _refusal = RefusalTexts.Of(refusal);
        }
    }

    private async Task<WorkflowDocument?> DocumentAsync(Actor.Person person)
    {
        Caption name = _name?.Trim() ?? string.Empty;

        return _chosen is not { Kind: BeginningKind.Copy, Key: var key } ? BlankWorkflow.Named(name)
            : await Designs.FindAsync(new WorkflowId(long.Parse(key, CultureInfo.InvariantCulture)), person, CancellationToken.None) is { } copied ? copied.Document with { Name = name }
            : null;
    }

    private static string KeyOf(long workflow) => workflow.ToString(CultureInfo.InvariantCulture);
}
