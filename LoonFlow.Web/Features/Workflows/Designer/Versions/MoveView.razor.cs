using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Versions.Moving;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>Moves running tickets to another version: first what would become of each, then all or those chosen, each in a commit of its own.</summary>
public sealed partial class MoveView : ComponentBase, IDisposable
{
    private const int MostFailures = 100;

    private readonly CancellationTokenSource _leaving = new();
    private CancellationToken _left;
    private int _looks;
    private readonly Dictionary<StateId, StateId> _instead = [];
    private readonly Dictionary<TicketId, TicketToMove> _chosen = [];
    private readonly List<(TicketId Ticket, Refusal? Refusal)> _done = [];
    private IReadOnlyList<State> _gone = [];
    private MovePreview? _preview;
    private WorkflowDocument? _document;
    private int _target;
    private int _page = 1;
    private int _toDo;
    private bool _asksAll;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Parameter, EditorRequired]
    public required VersionList List { get; set; }

    /// <summary>Tickets have moved: the numbers of the list are others now.</summary>
    [Parameter]
    public EventCallback OnMoved { get; set; }

    [Inject]
    public required VersionMoves Moves { get; init; }

    [Inject]
    public required VersionQueries Queries { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required IStringLocalizer<VersionTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<OverviewTexts> Overview { get; init; }

    private bool IsMoving => _done.Count < _toDo;

    private int Pages => (_preview!.Total + VersionMoves.PageSize - 1) / VersionMoves.PageSize;

    private MovePlan Plan => new(Session.Workflow.Id, _target, new Dictionary<StateId, StateId>(_instead));

    // The source is gone with the page; its token is asked afterwards, too.
    protected override void OnInitialized() => _left = _leaving.Token;

    protected override async Task OnParametersSetAsync()
    {
        if (_target == 0 && (List.Published ?? List.Versions[0]) is { } published)
        {
            _target = published.Number;
            await LookAnewAsync();
        }
    }

    /// <summary>The states of the target that may take the place: of the same kind, and where people act if they did before.</summary>
    private IEnumerable<State> Candidates(State gone) => (_document?.States ?? [])
        .Where(state => state.Kind == gone.Kind && state.IsAutomatic == gone.IsAutomatic && !state.IsPassage)
        .OrderBy(state => state.Order);

    private async Task ChooseTargetAsync(ChangeEventArgs change)
    {
        _target = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
        _instead.Clear();
        await LookAnewAsync();
    }

    private async Task ChooseInsteadAsync(State gone, ChangeEventArgs change)
    {
        if (long.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            _instead[gone.Id] = new StateId(id);
        }
        else
        {
            _instead.Remove(gone.Id);
        }

        await LookAnewAsync();
    }

    private async Task LookAnewAsync()
    {
        _page = 1;
        _chosen.Clear();
        _document = List.Numbered(_target) is { } version ? await Queries.DocumentAsync(version, _left) : null;
        _gone = await Moves.GoneAsync(Plan, Session.Person, _left);
        await LookAsync();
    }

    private async Task LookAsync()
    {
        var look = ++_looks;
        var preview = await Moves.PreviewAsync(Plan, _page, Session.Person, _left);

        // An answer to an older question says nothing about what is chosen now.
        if (look == _looks)
        {
            _preview = preview;
        }
    }

    private Task TurnAsync(int by)
    {
        _page += by;

        return LookAsync();
    }

    private void Choose(TicketToMove ticket, ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            _chosen[ticket.Ticket] = ticket;
        }
        else
        {
            _chosen.Remove(ticket.Ticket);
        }
    }

    private Task MoveChosenAsync() => MoveAsync([.. _chosen.Values.Select(ticket => (ticket.Ticket, ticket.Revision))]);

    private async Task MoveAllAsync()
    {
        // A button is off only when the browser has seen it.
        if (!_asksAll)
        {
            return;
        }

        _asksAll = false;
        await MoveAsync(await Moves.AllAsync(Plan, Session.Person, _left));
    }

    /// <summary>Whoever leaves the page stops it between two tickets; what has moved has moved.</summary>
    private async Task MoveAsync(IReadOnlyList<(TicketId Ticket, int Revision)> tickets)
    {
        // A button is off only when the browser has seen it.
        if (IsMoving)
        {
            return;
        }

        _done.Clear();
        _toDo = tickets.Count;
        var plan = Plan;

        foreach (var (ticket, revision) in tickets)
        {
            if (_left.IsCancellationRequested)
            {
                return;
            }

            var moved = await UseCases.RunAsync(
                (MoveTicketHandler handler) => handler.HandleAsync(new MoveTicket(ticket, plan, revision), Session.Person, CancellationToken.None));
            _done.Add((ticket, moved.Refusal));
            StateHasChanged();
        }

        if (!_left.IsCancellationRequested)
        {
            await OnMoved.InvokeAsync();
            await LookAnewAsync();
        }
    }

    private string Names(IReadOnlyList<Caption> names) => string.Join(Overview["Separator"], names.Select(name => name.ForReader()));

    private string NameOf(TicketId ticket) => _preview?.Tickets.FirstOrDefault(one => one.Ticket == ticket)?.Serial ?? $"#{ticket.Value}";

    private string WordsOf(Refusal refusal) =>
        refusal.Fields is [_, ..] reasons ? string.Join(' ', reasons.Select(reason => ProblemTexts.Of(reason))) : RefusalTexts.Of(refusal);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
