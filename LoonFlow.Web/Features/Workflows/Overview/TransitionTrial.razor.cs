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
public sealed partial class TransitionTrial : ComponentBase
{
    private FieldForm? _form;
    private IReadOnlyList<FormEntry> _entries = [];
    private IReadOnlyList<string> _keys = [];
    private IReadOnlyList<string> _creator = [];
    private IReadOnlyList<BranchTrial> _trials = [];
    private FieldChanges _values = FieldChanges.None;
    private string _asked = string.Empty;
    private StateId _to;

    /// <summary>What the ids of its controls begin with.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required Transition Transition { get; set; }

    /// <summary>The field of a key; null where there is none.</summary>
    [Parameter, EditorRequired]
    public required Func<string, FormField?> FieldOf { get; set; }

    [Parameter, EditorRequired]
    public required Func<StateId, string> NameOf { get; set; }

    /// <summary>Where a ticket goes on at once from a state that it only passes; nothing for others.</summary>
    [Parameter, EditorRequired]
    public required Func<StateId, IEnumerable<StateId>> WaysOf { get; set; }

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    [Inject]
    public required IOptions<InstallationOptions> Installation { get; init; }

    private ConditionPhrases Phrases => new(FieldOf, ReaderLanguage.Current, Company);

    private bool AsksForCreator => _keys.Any(key => key == BuiltInField.Creator || CreatorFacts.IsOne(key));

    private User? Creator => _creator is [var userName, ..] ? Company.UserNamed(userName) : null;

    protected override void OnParametersSet()
    {
        _keys = [.. Transition.Branches.SelectMany(branch => ConditionFields.Of(branch.When)).Distinct(StringComparer.Ordinal)];
        Ask($"{Transition.Id.Value} {string.Join(' ', _keys)}");
        _entries =
        [
            .. _keys.Select(FieldOf).OfType<FormField>()
                .Select(field => new FormEntry(field.Key, field, FieldAccess.Optional, field.Order))
                .OrderBy(entry => entry.Order),
        ];
        Judge(_values);
    }

    /// <summary>Other fields are another form, and what was filled in before counts no more.</summary>
    private void Ask(string asked)
    {
        if (_asked != asked)
        {
            (_asked, _values) = (asked, FieldChanges.None);
        }
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
        _trials = BranchTrial.Of(Transition, ValueOf);
        _to = _trials.FirstOrDefault(trial => trial.IsTaken)?.Branch.To ?? Transition.To;
    }

    private FieldValue? ValueOf(string key) => key switch
    {
        BuiltInField.Title => _values.Title is { Length: > 0 } title ? new FieldValue.Text(title) : null,
        BuiltInField.Creator => Creator is { } creator ? new FieldValue.Text(creator.UserName) : null,
        _ => _values.Values.GetValueOrDefault(key) ?? (Creator is { } person ? CreatorFacts.Find(key, person.Id, Company) : null),
    };

    /// <summary>The values that a condition was asked over.</summary>
    private string Known(Condition condition) => string.Join(Texts["Separator"], ConditionFields.Of(condition).Select(key => Texts["Is", Phrases.Name(key), Read(key)].Value));

    private string Read(string key) => ValueOf(key) switch
    {
        null or { IsEmpty: true } => Texts["Nothing"],
        var value when CreatorFacts.IsOne(key) || key == BuiltInField.Creator => Phrases.Value(key, value),
        var value => ValueTexts.Of(FieldOf(key), value, ReaderLanguage.Current, Installation.Value.Zone, Company),
    };

    private static Tone ToneOf(BranchTrial trial) => trial.IsTaken ? Tone.Good : Tone.Neutral;

    private static string WordOf(BranchTrial trial) => trial.IsTaken ? "Taken" : trial.Holds ? "NotReached" : "NotMet";
}
