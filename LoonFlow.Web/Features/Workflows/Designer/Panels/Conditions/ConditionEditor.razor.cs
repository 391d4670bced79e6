using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Conditions;

/// <summary>
/// Edits a condition as rows or as text. Only what is complete is told; rows still being filled in and text that cannot be
/// read yet stay here until they can be.
/// </summary>
public sealed partial class ConditionEditor : ComponentBase
{
    private RowGroups _rows = new();
    private Condition? _told;
    private Condition? _given;
    private string _text = string.Empty;
    private string? _note;
    private bool _isText;
    private bool _isDrawn;

    /// <summary>What the ids of its controls begin with; another one for each editor of a page.</summary>
    [Parameter]
    public string Id { get; set; } = "condition";

    [Parameter]
    public string? Label { get; set; }

    /// <summary>Null where there is none, which is not the same as one that never holds.</summary>
    [Parameter, EditorRequired]
    public required Condition? Value { get; set; }

    /// <summary>What may be asked about.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<FormField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    /// <summary>Whether the title and the creator of a ticket may be asked about too.</summary>
    [Parameter]
    public bool WithTicket { get; set; } = true;

    [Parameter, EditorRequired]
    public EventCallback<Condition?> OnChanged { get; set; }

    /// <summary>Hears what it says so far while a value is typed, and in which row.</summary>
    [Parameter]
    public EventCallback<(Condition? Condition, int Row)> OnTyped { get; set; }

    [Inject]
    public required IStringLocalizer<ConditionTexts> Texts { get; init; }

    private IReadOnlyList<ConditionSubject> Subjects { get; set; } = [];

    private ConditionPhrases Phrases => new(key => Subjects.FirstOrDefault(subject => subject.Key == key)?.Field, ReaderLanguage.Current, Company);

    protected override void OnParametersSet()
    {
        Subjects = ConditionSubject.Of(Fields, WithTicket);

        // Whoever uses it may draw it once more with what was given before; that takes nothing away from what was told since.
        var isNew = !_isDrawn || Written(Value) != Written(_given);
        _given = Value;

        if (isNew && (!_isDrawn || Written(Value) != Written(_told)))
        {
            Draw();
        }
    }

    /// <summary>It is another condition than the one told last: undone, or changed elsewhere.</summary>
    private void Draw()
    {
        var rows = RowGroups.Of(Value, Subjects);
        _isText = rows is null || (_isDrawn && _isText);
        _note = rows is null ? "OnlyText" : null;
        _rows = rows ?? new RowGroups();
        _text = Written(Value);
        _told = Value;
        _isDrawn = true;
    }

    private void Add(int group) => _rows.Add(group, Subjects[0]);

    private Task ChangeAsync(int number, ConditionRow row)
    {
        _rows.Change(number, row);

        return TellAsync(_rows.Condition);
    }

    /// <summary>Where nobody listens to what is typed, a value is told when it is left.</summary>
    private EventCallback<ConditionRow> Typing(int number) =>
        OnTyped.HasDelegate ? EventCallback.Factory.Create<ConditionRow>(this, row => TypeAsync(number, row)) : default;

    private Task TypeAsync(int number, ConditionRow row)
    {
        _rows.Change(number, row);

        return TellAsync(_rows.Condition, number);
    }

    private Task RemoveAsync(int number)
    {
        _rows.Remove(number);

        return TellAsync(_rows.Condition);
    }

    private void ToText()
    {
        _text = Written(_rows.Condition);
        _note = _rows.HasGaps ? "GapsLeftOut" : null;
        _isText = true;
    }

    private async Task ToRowsAsync()
    {
        await CommitAsync(_text);

        if (Read(_text) is not { } read)
        {
            _note = "NotReadYet";
        }
        else if (Written(read.Condition) == Written(_rows.Condition))
        {
            (_isText, _note) = (false, null);
        }
        else if (RowGroups.Of(read.Condition, Subjects) is { } rows)
        {
            (_rows, _isText, _note) = (rows, false, null);
        }
        else
        {
            _note = "OnlyText";
        }
    }

    private void Type(string text)
    {
        _text = text;
        _note = null;
    }

    private async Task CommitAsync(string text)
    {
        _text = text;

        if (Read(text) is { } read)
        {
            await TellAsync(read.Condition);
        }
        else
        {
            _note = "KeptUntilRead";
        }
    }

    private async Task TellAsync(Condition? condition, int? typedIn = null)
    {
        if (Written(condition) == Written(_told))
        {
            return;
        }

        _told = condition;

        if (typedIn is { } row)
        {
            await OnTyped.InvokeAsync((condition, row));
        }
        else
        {
            await OnChanged.InvokeAsync(condition);
        }
    }

    /// <summary>Null where the text cannot be read; blank text is no condition.</summary>
    private static Reading? Read(string text) =>
        string.IsNullOrWhiteSpace(text) ? new Reading(null) : ConditionText.Read(text).Condition is { } condition ? new Reading(condition) : null;

    /// <summary>By this, conditions are the same; none and one without any alternative look alike in rows.</summary>
    private static string Written(Condition? condition) => condition is null or Condition.Any { Parts: [] } ? string.Empty : ConditionText.Write(condition);

    private sealed record Reading(Condition? Condition);
}
