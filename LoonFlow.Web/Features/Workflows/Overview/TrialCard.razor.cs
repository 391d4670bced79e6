using System.Globalization;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Tickets.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Workflows.Overview;

/// <summary>Tries a transition with values: where it would lead, by which branch, and why not by the others. Nothing is filed.</summary>
public sealed partial class TrialCard : ComponentBase
{
    private FieldForm? _form;
    private Transition? _transition;
    private IReadOnlyList<FormEntry> _entries = [];
    private IReadOnlyList<string> _keys = [];
    private IReadOnlyList<string> _creator = [];
    private IReadOnlyList<BranchTrial> _trials = [];
    private FieldChanges _values = FieldChanges.None;
    private StateId _to;

    [Parameter, EditorRequired]
    public required WorkflowOverview Overview { get; set; }

    [Inject]
    public required IOptions<InstallationOptions> Installation { get; init; }

    private ConditionPhrases Phrases => FlowCharts.PhrasesOf(Overview.Version, Overview.Company);

    private IEnumerable<Transition> Ways => Overview.Version.Transitions
        .OrderByDescending(transition => transition.Branches.Count > 0)
        .ThenBy(transition => Overview.Version.State(transition.From).Order);

    private bool AsksForCreator => _keys.Any(key => key == BuiltInField.Creator || CreatorFacts.IsOne(key));

    protected override void OnInitialized()
    {
        if (Ways.FirstOrDefault() is { } first)
        {
            Choose(first);
        }
    }

    private void Choose(ChangeEventArgs change)
    {
        if (long.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var id) && Overview.Version.Transition(new TransitionId(id)) is { } transition)
        {
            Choose(transition);
        }
    }

    private void Choose(Transition transition)
    {
        _transition = transition;
        _keys = [.. transition.Branches.SelectMany(branch => ConditionFields.Of(branch.When)).Distinct(StringComparer.Ordinal)];
        _entries =
        [
            .. _keys.Select(Overview.Version.Field).OfType<FormField>()
                .Select(field => new FormEntry(field.Key, field, FieldAccess.Optional, field.Order))
                .OrderBy(entry => entry.Order),
        ];
        _form = null;
        Judge(FieldChanges.None);
    }

    private void ChooseCreator(IReadOnlyList<string> chosen)
    {
        _creator = chosen;
        Judge(_values);
    }

    private void Try()
    {
        // What cannot be read yet is still being typed; the last answer stands until it can.
        if (_form?.Peek(requiresFields: false) is { Succeeded: true } filled)
        {
            Judge(filled.Value);
        }
    }

    private void Judge(FieldChanges values)
    {
        _values = values;
        _trials = BranchTrial.Of(_transition!, ValueOf);
        _to = _trials.FirstOrDefault(trial => trial.IsTaken)?.Branch.To ?? _transition!.To;
    }

    private FieldValue? ValueOf(string key) => key switch
    {
        BuiltInField.Title => _values.Title is { Length: > 0 } title ? new FieldValue.Text(title) : null,
        BuiltInField.Creator => Creator is { } creator ? new FieldValue.Text(creator.UserName) : null,
        _ => _values.Values.GetValueOrDefault(key) ?? (Creator is { } person ? CreatorFacts.Find(key, person.Id, Overview.Company) : null),
    };

    private User? Creator => _creator is [var userName, ..] ? Overview.Company.UserNamed(userName) : null;

    private string NameOf(StateId id) => Overview.Version.State(id).Name.ForReader();

    /// <summary>The values that a condition was asked over.</summary>
    private string Known(Condition condition) => string.Join(Texts["Separator"], ConditionFields.Of(condition).Select(key => Texts["Is", Phrases.Name(key), Read(key)].Value));

    private string Read(string key) => ValueOf(key) switch
    {
        null or { IsEmpty: true } => Texts["Nothing"],
        var value when CreatorFacts.IsOne(key) || key == BuiltInField.Creator => Phrases.Value(key, value),
        var value => ValueTexts.Of(Overview.Version.Field(key), value, ReaderLanguage.Current, Installation.Value.Zone, Overview.Company),
    };

    private static Tone ToneOf(BranchTrial trial) => trial.IsTaken ? Tone.Good : Tone.Neutral;

    private static string WordOf(BranchTrial trial) => trial.IsTaken ? "Taken" : trial.Holds ? "NotReached" : "NotMet";
}
