using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Trials;

namespace LoonFlow.Domain.Workflows;

/// <summary>Renames fields and takes them out, with everything that speaks of them.</summary>
public static class FieldKeys
{
    /// <summary>The field under another key: every place that <see cref="FieldUses"/> lists calls it so. Values that tickets have stay under the old one.</summary>
    public static WorkflowDocument Rename(WorkflowDocument document, string from, string to) => from == to ? document : document with
    {
        Fields = [.. document.Fields.Select(field => Renamed(field, from, to))],
        States = [.. document.States.Select(state => Renamed(state, from, to))],
        Transitions = [.. document.Transitions.Select(transition => transition.Branches.Any(branch => ConditionFields.Of(branch.When).Contains(from))
            ? transition with { Branches = [.. transition.Branches.Select(branch => branch with { When = Renamed(branch.When, from, to) })] }
            : transition)],
        DisplayFields = [.. document.DisplayFields.Select(key => Named(key, from, to)).Distinct(StringComparer.Ordinal)],
        Checks = [.. document.Checks.Select(check => check with { Must = Renamed(check.Must, from, to), Field = Named(check.Field, from, to) })],
        Layout = document.Layout is { } layout ? FormLayouts.EachRow(layout, row => row with { Keys = [.. row.Keys.Select(key => Named(key, from, to))] }) : null,
        TitleTemplate = document.TitleTemplate is { } title ? TemplateText.Renamed(title, from, to) : null,
        Notices = document.Notices with
        {
            Templates = [.. document.Notices.Templates.Select(template => template with { Title = Renamed(template.Title, from, to), Content = Renamed(template.Content, from, to) })],
        },
        Trials = [.. document.Trials.Select(trial => TrialKeys.Renamed(trial, key => Named(key, from, to), (_, column) => column))],
    };

    /// <summary>A column of a table under another key, in its row's formulas and conditions and wherever it is summed up.</summary>
    public static WorkflowDocument RenameColumn(WorkflowDocument document, string table, string from, string to)
    {
        return from == to ? document : document with
        {
            Fields = [.. document.Fields.Select(field => field.Key == table ? InTable(field) : Summing(field))],
            Transitions = [.. document.Transitions.Select(transition => transition with { Branches = [.. transition.Branches.Select(branch => branch with { When = Summed(branch.When) })] })],
            Checks = [.. document.Checks.Select(check => check with { Must = Summed(check.Must) })],
            Trials = [.. document.Trials.Select(trial => TrialKeys.Renamed(trial, key => key, Column))],
        };

        FormField InTable(FormField field) => Summing(field) with
        {
            Columns = [.. field.Columns.Select(column => column with
            {
                Key = Named(column.Key, from, to),
                CascadesFrom = column.CascadesFrom == from ? to : column.CascadesFrom,
                Formula = column.Formula is { } formula ? Renamed(formula, from, to) : null,
                RequireWhen = column.RequireWhen is { } when ? Renamed(when, from, to) : null,
            })],
        };

        FormField Summing(FormField field) => field with
        {
            Formula = field.Formula is { } formula ? ConditionKeys.Renamed(formula, key => key, Column) : null,
            ShowWhen = field.ShowWhen is { } show ? Summed(show) : null,
            RequireWhen = field.RequireWhen is { } require ? Summed(require) : null,
        };

        Condition Summed(Condition condition) => ConditionKeys.Renamed(condition, key => key, Column);

        string Column(string inTable, string column) => inTable == table ? Named(column, from, to) : column;
    }

    /// <summary>
    /// Without the field: no state shows it and it has no place on the form, and nobody sees more than before. Conditions, formulas and templates go on naming
    /// it, which <see cref="PublishingRules"/> reports: what they should say instead is for a person to decide.
    /// </summary>
    public static WorkflowDocument Remove(WorkflowDocument document, string key) => document with
    {
        Fields = [.. document.Fields.Where(field => field.Key != key)],
        States = [.. document.States.Select(state => state.Access.ContainsKey(key)
            ? state with { Access = FieldEdits.Saying(state.Access.Where(pair => pair.Key != key).ToDictionary(StringComparer.Ordinal), key) }
            : state)],
        DisplayFields = document.DisplayFields is [var only] && only == key ? [BuiltInField.Title] : [.. document.DisplayFields.Where(shown => shown != key)],
        Layout = document.Layout is { } layout ? FormLayouts.Without(layout, key) : null,
    };

    private static FormField Renamed(FormField field, string from, string to) => field with
    {
        Key = Named(field.Key, from, to),
        Formula = field.Formula is { } formula ? Renamed(formula, from, to) : null,
        ShowWhen = field.ShowWhen is { } show ? Renamed(show, from, to) : null,
        RequireWhen = field.RequireWhen is { } require ? Renamed(require, from, to) : null,
        CascadesFrom = field.CascadesFrom == from ? to : field.CascadesFrom,
        Columns = field.Columns.Any(column => column.Key == from) ? field.Columns : [.. field.Columns.Select(column => column with
        {
            Formula = column.Formula is { } formula ? Renamed(formula, from, to) : null,
            RequireWhen = column.RequireWhen is { } require ? Renamed(require, from, to) : null,
        })],
    };

    private static State Renamed(State state, string from, string to) => state with
    {
        Access = state.Access
            .Select(pair => KeyValuePair.Create(Named(pair.Key, from, to), pair.Value))
            .DistinctBy(pair => pair.Key)
            .ToDictionary(StringComparer.Ordinal),
        Participants = Renamed(state.Participants, from, to),
        Children = state.Children is not { } children ? null : children with
        {
            Field = children.Field == from ? to : children.Field,
            Title = TemplateText.Renamed(children.Title, from, to),
            Down = [.. children.Down.Select(mapping => mapping with { From = Named(mapping.From, from, to) })],
            Up = [.. children.Up.Select(mapping => mapping with { To = Named(mapping.To, from, to) })],
        },
    };

    private static ParticipantSpec Renamed(ParticipantSpec spec, string from, string to) => spec switch
    {
        ParticipantSpec.Fields fields => new ParticipantSpec.Fields([.. fields.Keys.Select(key => Named(key, from, to))]),
        ParticipantSpec.Union union => new ParticipantSpec.Union([.. union.Parts.Select(part => Renamed(part, from, to))]),
        _ => spec,
    };

    private static Condition Renamed(Condition condition, string from, string to) => ConditionKeys.Renamed(condition, key => Named(key, from, to));

    private static Operand Renamed(Operand formula, string from, string to) => ConditionKeys.Renamed(formula, key => Named(key, from, to));

    private static Caption Renamed(Caption caption, string from, string to) =>
        new(TemplateText.Renamed(caption.Text, from, to), caption.English is { } english ? TemplateText.Renamed(english, from, to) : null);

    private static string Named(string key, string from, string to) => key == from ? to : key;
}
