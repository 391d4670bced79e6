using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Settings;

public sealed partial class AccessSection : ComponentBase
{
    private WorkflowAccess? _saved;
    private WorkflowAccess? _access;
    private IReadOnlyList<ComboboxItem> _who = [];
    private Refusal? _refusal;
    private bool _isLoaded;
    private bool _isBusy;
    private bool _isSaved;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Inject]
    public required WorkflowQueries Workflows { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts Words { get; init; }

    [Inject]
    public required IStringLocalizer<PanelTexts> Texts { get; init; }

    private bool IsChanged => _access!.OpenToAll != _saved!.OpenToAll || !_access.Grants.ToHashSet().SetEquals(_saved.Grants);

    protected override async Task OnInitializedAsync()
    {
        _who = Grantees.Of(Session.Company, Texts);
        await ReadAsync();
        _isLoaded = true;
    }

    private async Task ReadAsync() => _access = _saved = await Workflows.AccessAsync(Session.Workflow.Id, Session.Person, CancellationToken.None);

    private void Change(WorkflowAccess access)
    {
        _access = access;
        _isSaved = false;
    }

    private void Choose(WorkflowPermission permission, IReadOnlyList<string> keys) => Change(_access! with
    {
        Grants = [.. _access.Grants.Where(grant => grant.Permission != permission), .. keys.Select(key => new WorkflowGrant(permission, Grantees.Who(key)))],
    });

    private async Task SaveAsync()
    {
        // A button is off only when the browser has seen it.
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        var command = new ChangeWorkflowAccess(Session.Workflow.Id, _saved!, _access!);
        var result = await UseCases.RunAsync((ChangeWorkflowAccessHandler handler) => handler.HandleAsync(command, Session.Person, CancellationToken.None));
        _isBusy = false;
        _refusal = result.Refusal;

        if (result.Succeeded)
        {
            (_access, _saved, _isSaved) = (result.Value, result.Value, true);
        }
        else if (result.Refusal.Code == WorkflowAccessRefusals.ChangedMeanwhile.Code)
        {
            await ReadAsync();
        }
    }
}
