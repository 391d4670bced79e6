using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Resources;
using LoonFlow.Web.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ShownProblem = LoonFlow.Web.Controls.FieldProblem;

namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>One script: its words, its text, whether workflows may run it, and how it ran.</summary>
public sealed partial class ScriptEditor : ComponentBase
{
    private ScriptForm? _form;
    private StoredScript? _stored;
    private IReadOnlyList<ShownProblem> _problems = [];
    private string? _uploadProblem;
    private bool _isGone;
    private bool _isBusy;
    private bool _isAsking;

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public long? Id { get; set; }

    [Parameter, EditorRequired]
    public required Actor.Person Reader { get; set; }

    [Inject]
    public required ScriptQueries Queries { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required IOptions<ScriptsOptions> Options { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required IStringLocalizer<ScriptTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SettingsTexts> SettingsTexts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _stored = Id is { } id ? await Queries.FindAsync(id, Reader, CancellationToken.None) : null;
        _isGone = Id is not null && _stored is null;
        _form = _stored is { } script
            ? new ScriptForm { Name = script.Name, StoredName = script.StoredName, Description = script.Description, Interpreter = script.Interpreter, Content = script.Content }
            : new ScriptForm { Interpreter = Options.Value.Commands.Keys.FirstOrDefault() ?? "python" };
    }

    private string? ErrorOf(string field) => _problems.FirstOrDefault(problem => problem.FieldId == field)?.Message;

    private async Task ReadAsync(InputFileChangeEventArgs change)
    {
        if (_form is null)
        {
            return;
        }

        if (change.File.Size > ScriptFormRules.MaxContentLength)
        {
            _uploadProblem = ProblemTexts.Of(ScriptSettingRefusals.TooLong("file", ScriptFormRules.MaxContentLength));
            return;
        }

        using var reader = new StreamReader(change.File.OpenReadStream(ScriptFormRules.MaxContentLength));
        _uploadProblem = null;
        _form.Content = await reader.ReadToEndAsync();
        _form.Name = _form.Name.Length > 0 ? _form.Name : Path.GetFileNameWithoutExtension(change.File.Name);
        _form.StoredName = _form.StoredName.Length > 0 ? _form.StoredName : change.File.Name;
    }

    private async Task SaveAsync()
    {
        if (_form is not { } form)
        {
            return;
        }

        var command = new SaveScript(Id, form.Name, form.StoredName, form.Description, form.Interpreter, form.Content) { Seen = _stored?.Content };
        var saved = await RunAsync(() => UseCases.RunAsync((SaveScriptHandler handler) => handler.HandleAsync(command, Reader, CancellationToken.None)));

        if (saved && Id is null)
        {
            Navigation.NavigateTo($"/settings/scripts/{_stored!.Id}", replace: true);
        }
    }

    private async Task ToggleAsync()
    {
        var command = new SetScriptActive(_stored!.Id, !_stored.IsActive);
        await RunAsync(() => UseCases.RunAsync((SetScriptActiveHandler handler) => handler.HandleAsync(command, Reader, CancellationToken.None)));
        _isAsking = false;
    }

    private async Task<bool> RunAsync(Func<Task<Result<StoredScript>>> useCase)
    {
        _isBusy = true;
        var result = await useCase();
        _isBusy = false;
        _problems = result.Refusal is { } refusal ? Shown(refusal) : [];

        if (result.Succeeded)
        {
            _stored = result.Value;
            Toasts.Good(Texts["Saved"]);
        }

        return result.Succeeded;
    }

    private IReadOnlyList<ShownProblem> Shown(Refusal refusal) => refusal.Fields is []
        ? [new ShownProblem(null, string.Empty, RefusalTexts.Of(refusal))]
        : [.. refusal.Fields.Select(problem => new ShownProblem(problem.Key, Texts[$"Field_{problem.Key}"], ProblemTexts.Of(problem)))];
}
