using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Web.Features.Workflows.Overview;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>What the canvas draws of a document, each cell as the text that the browser gets, so that only what differs is sent.</summary>
internal sealed class CanvasCells(DesignerSession session, IStringLocalizer<CanvasTexts> texts, IStringLocalizer<OverviewTexts> overview, RefusalTexts refusals)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly ParticipantPhrases _people = new(session.Company, key => FieldOf(session.Document, key), overview);
    private readonly ConditionPhrases _conditions = new(key => FieldOf(session.Document, key), ReaderLanguage.Current, session.Company);
    private readonly ILookup<StateId, PublishingProblem> _problemsOfStates = session.Problems.Where(problem => problem.State is not null).ToLookup(problem => problem.State!.Value);
    private readonly ILookup<TransitionId, PublishingProblem> _problemsOfTransitions = session.Problems.Where(problem => problem.Transition is not null).ToLookup(problem => problem.Transition!.Value);
    private readonly HashSet<TransitionId> _timed =
        [.. session.Document.States.SelectMany(state => state.Timers).Select(timer => timer.Action).OfType<TimerAction.Take>().Select(take => take.Transition)];

    public static string IdOf(StateId id) => string.Create(CultureInfo.InvariantCulture, $"s{id.Value}");

    public static string IdOf(TransitionId id) => string.Create(CultureInfo.InvariantCulture, $"t{id.Value}");

    public static string IdOf(LineRef line) => line.Branch is { } branch ? string.Create(CultureInfo.InvariantCulture, $"{IdOf(line.Transition)}.{branch}") : IdOf(line.Transition);

    public IReadOnlyDictionary<string, string> All()
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var state in session.Document.States)
        {
            cells[IdOf(state.Id)] = Write(Of(state));
        }

        foreach (var note in session.Document.Notes)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"n{note.Id.Value}");
            cells[id] = Write(new { id, Type = "note", note.Text, note.Position.X, note.Position.Y, note.Width, note.Height });
        }

        foreach (var transition in session.Document.Transitions)
        {
            cells[IdOf(transition.Id)] = Write(Line(IdOf(transition.Id), transition, transition.To, transition.Line, condition: null));

            for (var index = 0; index < transition.Branches.Count; index++)
            {
                var branch = transition.Branches[index];
                var id = IdOf(new LineRef(transition.Id, index));
                cells[id] = Write(Line(id, transition, branch.To, branch.Line, _conditions.Of(branch.When)));
            }
        }

        return cells;
    }

    /// <summary>Whom a state asks, as short as a card has room for.</summary>
    public string? WhoOf(State state) => state switch
    {
        { Kind: StateKind.End or StateKind.Fork } => null,
        { Kind: StateKind.Join } => overview[$"NoteJoin{state.Joining.Needs}", state.Joining.Count],
        { Kind: StateKind.Start } => null,
        { Participants: ParticipantSpec.None } => texts["NobodyYet"],
        { Participants: ParticipantSpec.Script { Name: "" } } => texts["NoScriptYet"],
        { Participants: ParticipantSpec.Hook { Call.Url: "" } } => texts["NoAddressYet"],
        _ => _people.Of(state),
    };

    public string ConditionOf(Condition condition) => _conditions.Of(condition);

    public IEnumerable<string> ProblemsOf(StateId id) => _problemsOfStates[id].Select(problem => refusals.Of(problem, session.Document));

    public IEnumerable<string> ProblemsOf(TransitionId id) => _problemsOfTransitions[id].Select(problem => refusals.Of(problem, session.Document));

    /// <summary>The icon and the words of what else a state does.</summary>
    public IEnumerable<(string Icon, string Text)> NotesOf(State state)
    {
        if (state.Timers is [_, ..])
        {
            yield return ("timer", texts[state.Timers is [_] ? "OneTimer" : "ManyTimers", state.Timers.Count]);
        }

        if (state.HasSeats && state.Kind is StateKind.Normal)
        {
            yield return ("many", overview[$"Distribution{state.Distribution}"]);
        }

        if (state.Children is not null && LookOf(state) is not "children")
        {
            yield return ("children", texts["StartsChildren"]);
        }

        if (state.Returns.To is not ReturnTargets.None)
        {
            yield return ("returns", texts["MayReturn"]);
        }

        if (state.IsHidden)
        {
            yield return ("hidden", texts["IsHidden"]);
        }
    }

    public static string LookOf(State state) => state switch
    {
        { Kind: StateKind.Start } => "start",
        { Kind: StateKind.End } => "end",
        { Kind: StateKind.Fork } => "fork",
        { Kind: StateKind.Join } => "join",
        { Participants: ParticipantSpec.Script } => "script",
        { Participants: ParticipantSpec.Hook } => "hook",
        { Participants: ParticipantSpec.Engine } or { Children: not null, Participants: ParticipantSpec.None } => "children",
        _ => "state",
    };

    public string KindOf(Transition transition) => transition switch
    {
        _ when transition.IsAutomatic || _timed.Contains(transition.Id) => "timer",
        { Kind: TransitionKind.Agree } => "agree",
        { Kind: TransitionKind.Refuse } => "refuse",
        _ => "other",
    };

    private object Of(State state) => new
    {
        Id = IdOf(state.Id),
        Type = "state",
        Look = LookOf(state),
        Name = state.Name.ForReader(),
        Who = WhoOf(state),
        state.Position?.X,
        state.Position?.Y,
        Hidden = state.IsHidden,
        Notes = NotesOf(state).Select(note => new { note.Icon, note.Text }),
        Problem = Worst(_problemsOfStates[state.Id]),
        Problems = ProblemsOf(state.Id),
    };

    private object Line(string id, Transition transition, StateId to, LineDrawing? line, string? condition) => new
    {
        id,
        Type = "line",
        From = IdOf(transition.From),
        To = IdOf(to),
        Kind = KindOf(transition),
        Name = transition.Name.ForReader(),
        Condition = condition ?? (transition.Branches is [] ? null : texts["Otherwise"].Value),
        FromSide = line?.From,
        ToSide = line?.To,
        Bends = line?.Bends.Select(bend => new { bend.X, bend.Y }),
        Problem = Worst(_problemsOfTransitions[transition.Id]),
        Problems = ProblemsOf(transition.Id),
    };

    private static string? Worst(IEnumerable<PublishingProblem> problems) =>
        problems.Select(problem => (ProblemSeverity?)problem.Severity).Min() switch { ProblemSeverity.Error => "error", ProblemSeverity.Warning => "warning", _ => null };

    private static FormField? FieldOf(WorkflowDocument document, string key) =>
        key == BuiltInField.Title ? BuiltInField.TitleField : document.Fields.FirstOrDefault(field => field.Key == key);

    private static string Write(object cell) => JsonSerializer.Serialize(cell, cell.GetType(), Json);
}
