using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ShownProblem = LoonFlow.Web.Controls.FieldProblem;

namespace LoonFlow.Web.Features.Applications.Edit;

/// <summary>One application: what it may do, for whom, how it proves itself, and its secrets beside that.</summary>
public sealed partial class ApplicationEditor : ComponentBase
{
    private Company _company = Company.Empty;
    private IReadOnlyList<ComboboxItem> _workflowItems = [];
    private IReadOnlyList<ComboboxItem> _departmentItems = [];
    private ApplicationView? _view;
    private ApplicationForm? _form;
    private ApplicationForm? _seen;
    private ApplicationForm? _theirs;
    private IReadOnlyList<string> _taken = [];
    private IReadOnlyList<ContestedPart> _contested = [];
    private IReadOnlyList<ShownProblem> _problems = [];
    private SavedApplication? _made;
    private string? _addressProblem;
    private bool _isGone;
    private bool _isBusy;
    private bool _isRemoving;

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public long? Id { get; set; }

    [Parameter, EditorRequired]
    public required Actor.Person Reader { get; set; }

    [Inject]
    public required ApplicationQueries Queries { get; init; }

    [Inject]
    public required CompanyStore Companies { get; init; }

    [Inject]
    public required WorkflowStore Workflows { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required IStringLocalizer<ApplicationTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SettingsTexts> SettingsTexts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _company = await Companies.GetAsync(CancellationToken.None);
        _workflowItems = ApplicationItems.Of((await Workflows.CatalogueAsync(CancellationToken.None)).Values);
        _departmentItems = ApplicationItems.Of(_company);

        if (Id is null)
        {
            _form = ApplicationForm.Of(ApplicationForm.Blank, _company);
        }
        else if (await FindAsync(Id.Value) is { } view)
        {
            Show(view);
        }
        else
        {
            _isGone = true;
        }
    }

    private async Task<ApplicationView?> FindAsync(long id)
    {
        var all = await Queries.AllAsync(Reader, CancellationToken.None);

        return all.Succeeded ? all.Value.FirstOrDefault(view => view.Application.Id.Value == id) : null;
    }

    private void Show(ApplicationView view)
    {
        _view = view;
        _seen = ApplicationForm.Of(view.Application, _company);
        _form = ApplicationForm.Of(view.Application, _company);
        (_theirs, _taken, _contested) = (null, [], []);
    }

    private async Task SaveAsync()
    {
        LookAtAddresses();

        if (_addressProblem is not null)
        {
            _problems = [new ShownProblem("addresses", Texts["Field_addresses"], _addressProblem)];
            return;
        }

        var application = _form!.Read(_view?.Application ?? ApplicationForm.Blank, _company);
        var command = new SaveApplication(application, _view?.Revision, WithSecret: _view is null && (application.Schemes & ApplicationWords.Signing) != 0);
        _isBusy = true;
        var result = await UseCases.RunAsync((SaveApplicationHandler handler) => handler.HandleAsync(command, Reader, CancellationToken.None));

        if (result.Succeeded)
        {
            await KeepAsync(result.Value);
        }
        else
        {
            await RefuseAsync(result.Refusal);
        }

        _isBusy = false;
    }

    private async Task KeepAsync(SavedApplication saved)
    {
        _problems = [];
        Toasts.Good(Texts["Saved"]);

        if (_view is not null)
        {
            Show(await FindAsync(saved.Id.Value) ?? _view);
        }
        else if (saved.Secret is not null)
        {
            _made = saved;
        }
        else
        {
            Open(saved.Id);
        }
    }

    private void OpenMade()
    {
        var made = _made!.Id;
        _made = null;
        Open(made);
    }

    private void Open(ApplicationId id) => Navigation.NavigateTo($"/settings/applications/{id.Value}", replace: true);

    private async Task RefuseAsync(Refusal refusal)
    {
        if (_view is not null && (refusal == ApplicationSettingRefusals.ChangedMeanwhile || refusal == TicketRefusals.ChangedMeanwhile)
            && await FindAsync(_view.Application.Id.Value) is { } current)
        {
            var theirs = ApplicationForm.Of(current.Application, _company);
            var (taken, contested) = ApplicationPart.Merge(_form!, _seen!, theirs);
            var reading = new ApplicationReading(Texts, _workflowItems, PeopleItems.Of(_company), _departmentItems);
            (_taken, _contested) = (taken, [.. contested.Select(key => new ContestedPart(key, reading.Of(key, theirs)))]);
            (_view, _seen, _theirs) = (current, theirs, theirs);
            _problems = [];
            return;
        }

        _problems = refusal.Fields is []
            ? [new ShownProblem(null, string.Empty, RefusalTexts.Of(refusal))]
            : [.. refusal.Fields.Select(problem => new ShownProblem(problem.Key, Texts[$"Field_{problem.Key}"], ProblemTexts.Of(problem)))];
    }

    private void TakeTheirs(string key)
    {
        ApplicationPart.All.Single(part => part.Key == key).Take(_form!, _theirs!);
        _contested = [.. _contested.Where(part => part.Key != key)];
        _taken = [.. _taken, key];
    }

    /// <summary>Secrets are kept by themselves: what is being typed about the application stays, and so does what it began with.</summary>
    private async Task ReadSecretsAsync()
    {
        if (await FindAsync(_view!.Application.Id.Value) is not { } current)
        {
            return;
        }

        // A secret raises the revision as well; only if nothing else was changed is that no news to whoever saves next.
        _view = ApplicationPart.AreSame(ApplicationForm.Of(current.Application, _company), _seen!) ? current : _view with { Secrets = current.Secrets };
    }

    private async Task RemoveAsync()
    {
        _isBusy = true;
        var result = await UseCases.RunAsync(
            (RemoveApplicationHandler handler) => handler.HandleAsync(new RemoveApplication(_view!.Application.Id), Reader, CancellationToken.None));
        _isBusy = false;
        _isRemoving = false;

        if (result.Succeeded || result.Refusal == ApplicationSettingRefusals.Unknown)
        {
            Toasts.Good(Texts["Removed", _view!.Application.Name]);
            Navigation.NavigateTo("/settings/applications");
        }
        else
        {
            _problems = [new ShownProblem(null, string.Empty, RefusalTexts.Of(result.Refusal))];
        }
    }

    private void LookAtAddresses()
    {
        var wrong = _form!.WrongAddresses;
        _addressProblem = wrong is [] ? null : string.Join(' ', wrong.Select(line => Texts["AddressWrong", line.Line, line.Text].Value));
    }

    private string? ErrorAt(string key) =>
        (key == "addresses" ? _addressProblem : null) ?? _problems.FirstOrDefault(problem => problem.FieldId == key)?.Message;
}
