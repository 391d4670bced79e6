using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Settings.Secrets;

/// <summary>Secrets are entered here and never shown again.</summary>
public sealed partial class SecretsBoard : ComponentBase
{
    private IReadOnlyList<SecretLine>? _lines;
    private IReadOnlyList<Workflow> _workflows = [];
    private SecretLine? _removing;
    private Refusal? _refusal;
    private long _workflow;
    private string _name = string.Empty;
    private string _value = string.Empty;
    private ElementReference _valueInput;
    private bool _isBusy;

    [Parameter, EditorRequired]
    public required Actor.Person Reader { get; set; }

    [Inject]
    public required SecretQueries Queries { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required IStringLocalizer<SecretTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SettingsTexts> SettingsTexts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _workflows = await Queries.WorkflowsAsync(CancellationToken.None);
        _workflow = _workflows is [var first, ..] ? first.Id.Value : 0;
        _lines = await Queries.ListAsync(Reader, CancellationToken.None);
    }

    private string? ErrorOf(Refusal missing) => _refusal == missing ? RefusalTexts.Of(missing) : null;

    /// <summary>Takes workflow and name over from the list; only the value is left to enter.</summary>
    private async Task EnterAsync(SecretLine line)
    {
        _workflow = line.Workflow.Value;
        _name = line.Name;
        _refusal = null;
        await _valueInput.FocusAsync();
    }

    private async Task SaveAsync()
    {
        var command = new SetSecret(new WorkflowId(_workflow), _name, _value);

        if (await RunAsync(() => UseCases.RunAsync((SetSecretHandler handler) => handler.HandleAsync(command, Reader, CancellationToken.None)), "Saved"))
        {
            _name = _value = string.Empty;
        }
    }

    private async Task RemoveAsync()
    {
        var command = new RemoveSecret(_removing!.Workflow, _removing.Name);
        await RunAsync(() => UseCases.RunAsync((RemoveSecretHandler handler) => handler.HandleAsync(command, Reader, CancellationToken.None)), "Removed");
        _removing = null;
    }

    private async Task<bool> RunAsync(Func<Task<Result<WorkflowId>>> useCase, string word)
    {
        _isBusy = true;
        var result = await useCase();
        _isBusy = false;
        _refusal = result.Refusal;

        if (result.Succeeded)
        {
            Toasts.Good(Texts[word]);
            _lines = await Queries.ListAsync(Reader, CancellationToken.None);
        }

        return result.Succeeded;
    }
}
