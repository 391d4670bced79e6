using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows;

/// <summary>Where a document speaks of a field.</summary>
public static class FieldUses
{
    /// <summary>Every place that names the field, in the order of the document.</summary>
    public static IReadOnlyList<FieldUse> Of(WorkflowDocument document, string key) =>
    [
        .. document.States.SelectMany(state => OfState(state, key)),
        .. document.Transitions
            .Where(transition => transition.Branches.Any(branch => Names(branch.When, key)))
            .Select(transition => new FieldUse(FieldUseKind.Branch) { Transition = transition.Id }),
        .. document.Fields.SelectMany(field => OfField(field, key)),
        .. document.Checks.Where(check => check.Field == key || Names(check.Must, key)).Select(check => new FieldUse(FieldUseKind.Check) { Field = check.Field }),
        .. If(document.DisplayFields.Contains(key), new FieldUse(FieldUseKind.Display)),
        .. If(document.Layout?.Tabs.SelectMany(tab => tab.Sections).SelectMany(section => section.Rows).Any(row => row.Keys.Contains(key)) is true, new FieldUse(FieldUseKind.Layout)),
        .. If(Names(document.TitleTemplate, key), new FieldUse(FieldUseKind.Title)),
        .. document.Notices.Templates
            .Where(template => ((string?[])[template.Title.Text, template.Title.English, template.Content.Text, template.Content.English]).Any(text => Names(text, key)))
            .Select(template => new FieldUse(FieldUseKind.Notice) { Notice = template.Event }),
    ];

    private static IEnumerable<FieldUse> OfState(State state, string key) =>
    [
        .. If(state.Access.ContainsKey(key), new FieldUse(FieldUseKind.Access) { State = state.Id }),
        .. If(Asks(state.Participants, key), new FieldUse(FieldUseKind.Participants) { State = state.Id }),
        .. If(state.Children is { } children && Shares(children, key), new FieldUse(FieldUseKind.Children) { State = state.Id }),
    ];

    private static IEnumerable<FieldUse> OfField(FormField field, string key)
    {
        // A column stands before a field of the same key; what a table says of itself is no use of it.
        FormField[] columns = field.Key == key || field.Columns.Any(column => column.Key == key) ? [] : [.. field.Columns];

        return
        [
            .. If(Names(field.ShowWhen, key), FieldUseKind.ShowWhen),
            .. If(Names(field.RequireWhen, key) || columns.Any(column => Names(column.RequireWhen, key)), FieldUseKind.RequireWhen),
            .. If(Names(field.Formula, key) || columns.Any(column => Names(column.Formula, key)), FieldUseKind.Formula),
            .. If(field.CascadesFrom == key, FieldUseKind.Cascade),
        ];

        IEnumerable<FieldUse> If(bool isSo, FieldUseKind kind) => FieldUses.If(isSo && field.Key != key, new FieldUse(kind) { Field = field.Key });
    }

    private static bool Asks(ParticipantSpec spec, string key) => spec switch
    {
        ParticipantSpec.Fields fields => fields.Keys.Contains(key),
        ParticipantSpec.Union union => union.Parts.Any(part => Asks(part, key)),
        _ => false,
    };

    private static bool Shares(ChildrenSetting children, string key) =>
        children.Field == key || Names(children.Title, key) || children.Down.Any(mapping => mapping.From == key) || children.Up.Any(mapping => mapping.To == key);

    private static bool Names(Condition? condition, string key) => condition is not null && ConditionFields.Of(condition).Contains(key);

    private static bool Names(Operand? formula, string key) => formula is not null && ConditionFields.Of(formula).Contains(key);

    private static bool Names(string? template, string key) => template is not null && TemplateText.Keys(template).Contains(key);

    private static IEnumerable<FieldUse> If(bool isSo, FieldUse use) => isSo ? [use] : [];
}
