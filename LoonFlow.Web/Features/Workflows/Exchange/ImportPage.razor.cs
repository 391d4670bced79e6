using System.Globalization;
using System.Text;
using LoonFlow.Domain.Access;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>Takes a workflow file in: first what is wrong with it and what it names that is not known here, then a new draft.</summary>
public sealed partial class ImportPage : ComponentBase
{
    private const string LeaveOut = "-";
    private const int PlacesShown = 3;

    private readonly Dictionary<ReferenceName, long?> _mapping = [];
    private FileLook? _look;
    private ReferenceNames? _names;
    private FilePlaces? _places;
    private string? _text;
    private string? _complaint;
    private string? _readyShown;
    private ReadyWorkflow? _ready;
    private string? _fileName;
    private bool _reading;
    private bool _busy;

    /// <summary>A workflow that comes with LoonFlow, instead of a file.</summary>
    [SupplyParameterFromQuery(Name = "ready")]
    public string? Ready { get; set; }

    /// <summary>What the new workflow is to be called; nothing keeps the file's name.</summary>
    [SupplyParameterFromQuery(Name = "name")]
    public string? Name { get; set; }

    [Inject]
    public required WorkflowExchange Exchange { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<ExchangeTexts> Texts { get; init; }

    private string BackHref => _ready is null ? "/workflows" : "/workflows/new";

    protected override async Task OnParametersSetAsync()
    {
        if (_readyShown == Ready)
        {
            return;
        }

        _readyShown = Ready;
        _mapping.Clear();
        _ready = ReadyWorkflow.All.FirstOrDefault(ready => ready.Key == Ready);
        _look = _ready is null ? null : await LookAsync(_ready.Text);
    }

    private async Task ReadAsync(InputFileChangeEventArgs change)
    {
        _reading = true;
        _complaint = null;
        _fileName = change.File.Name;
        _mapping.Clear();
        _look = await LookAsync(change.File);
        _reading = false;
    }

    private async Task<FileLook> LookAsync(IBrowserFile file)
    {
        if (file.Size > WorkflowFile.MaxBytes)
        {
            return FileLook.Of(new ExchangeProblem("TooLarge", Argument: $"{WorkflowFile.MaxBytes / 1024 / 1024}"));
        }

        if (file.Size == 0)
        {
            return FileLook.Of(new ExchangeProblem("Empty"));
        }

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(WorkflowFile.MaxBytes), Encoding.UTF8);

            return await LookAsync(await reader.ReadToEndAsync());
        }
        catch (Exception broken) when (broken is IOException or JSException or TaskCanceledException)
        {
            // The browser could not give the file: it was moved, or the connection broke off.
            return FileLook.Of(new ExchangeProblem("Unreadable"));
        }
    }

    private async Task<FileLook> LookAsync(string text)
    {
        _text = text;
        _names = await Exchange.NamesAsync(CancellationToken.None);

        var look = await Exchange.LookAsync(text, CancellationToken.None);
        _places = look.Unknown is [_, ..] ? new FilePlaces(text) : null;

        return look;
    }

    private void Choose(UnknownReference unknown, string? chosen)
    {
        _complaint = null;

        if (chosen == LeaveOut)
        {
            _mapping[KeyOf(unknown)] = null;
        }
        else if (long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            _mapping[KeyOf(unknown)] = id;
        }
        else
        {
            _mapping.Remove(KeyOf(unknown));
        }
    }

    private async Task ImportAsync(Actor.Person person)
    {
        // A button is off only when the browser has seen it.
        if (_busy)
        {
            return;
        }

        _busy = true;
        _complaint = null;

        if (await Exchange.ReadAsync(_text!, _mapping, CancellationToken.None) is not { } document)
        {
            _complaint = Texts["NotMapped"];
        }
        else
        {
            var begin = new StartWorkflow(string.IsNullOrWhiteSpace(Name) ? document : document with { Name = Name.Trim() });
            var started = await UseCases.RunAsync((StartWorkflowHandler handler) => handler.HandleAsync(begin, person, CancellationToken.None));

            if (started.Succeeded)
            {
                Navigation.NavigateTo($"/workflows/{started.Value.Value}/design");
                return;
            }

            _complaint = RefusalTexts.Of(started.Refusal);
        }

        _busy = false;
    }

    private IEnumerable<(long Id, string Name)> Known(ReferenceKind kind) => (kind switch
    {
        ReferenceKind.Person => _names!.Company.Users.Where(user => user.IsActive).Select(user => (user.Id.Value, $"{user.Name} ({user.UserName})")),
        ReferenceKind.Department => _names!.Company.Departments.Select(department => (department.Id.Value, _names.NameOf(kind, department.Id.Value))),
        ReferenceKind.Role => _names!.Company.Roles.Select(role => (role.Id.Value, role.Name)),
        ReferenceKind.Calendar => _names!.Company.Calendars.Select(calendar => (calendar.Id.Value, calendar.Name)),
        ReferenceKind.Workflow => _names!.Workflows.Values.Where(workflow => !workflow.IsRetired).Select(workflow => (workflow.Id.Value, workflow.Name.ForReader())),
        _ => _names!.Channels.Select(channel => (channel.Key, channel.Value)),
    }).OrderBy(one => one.Item2, StringComparer.CurrentCulture);

    private string PlacesOf(UnknownReference unknown)
    {
        string[] places = [.. unknown.Places.Select(_places!.Named).Distinct()];

        return Texts["Places", string.Join(Texts["Comma"], places.Take(PlacesShown)) + (places.Length > PlacesShown ? " …" : string.Empty)];
    }

    private static ReferenceName KeyOf(UnknownReference unknown) => new(unknown.Kind, unknown.Name);
}
