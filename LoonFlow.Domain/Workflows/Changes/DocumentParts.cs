using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Trials;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>Everything that a document is made of, once for comparing and for merging. A test holds it against the records.</summary>
public static class DocumentParts
{
    internal static readonly IReadOnlyList<ElementProperty<WorkflowDocument>> Workflow =
    [
        ElementProperty.One<WorkflowDocument, Caption>(nameof(WorkflowDocument.Name), of => of.Name, (of, value) => of with { Name = value }),
        ElementProperty.One<WorkflowDocument, Caption>(nameof(WorkflowDocument.Description), of => of.Description, (of, value) => of with { Description = value }),
        ElementProperty.One<WorkflowDocument, Caption>(nameof(WorkflowDocument.Category), of => of.Category, (of, value) => of with { Category = value }),
        ElementProperty.One<WorkflowDocument, string>(nameof(WorkflowDocument.Icon), of => of.Icon, (of, value) => of with { Icon = value }),
        ElementProperty.Listed<WorkflowDocument, string>(nameof(WorkflowDocument.DisplayFields), of => of.DisplayFields, (of, value) => of with { DisplayFields = value }, key => key),
        ElementProperty.One<WorkflowDocument, string?>(nameof(WorkflowDocument.SerialPrefix), of => of.SerialPrefix, (of, value) => of with { SerialPrefix = value }),
        ElementProperty.One<WorkflowDocument, string?>(nameof(WorkflowDocument.TitleTemplate), of => of.TitleTemplate, (of, value) => of with { TitleTemplate = value }),
        ElementProperty.One<WorkflowDocument, CalendarId?>(nameof(WorkflowDocument.Calendar), of => of.Calendar, (of, value) => of with { Calendar = value }),
        ElementProperty.Listed<WorkflowDocument, EventHook>(nameof(WorkflowDocument.EventHooks), of => of.EventHooks, (of, value) => of with { EventHooks = value }, hook => hook.Name),
        ElementProperty.Listed<WorkflowDocument, KeptTrial>(nameof(WorkflowDocument.Trials), of => of.Trials, (of, value) => of with { Trials = value }, trial => trial.Name),
        ElementProperty.One<WorkflowDocument, FormLayout?>(nameof(WorkflowDocument.Layout), of => of.Layout, (of, value) => of with { Layout = value }),
        ElementProperty.Listed<WorkflowDocument, FormCheck>(nameof(WorkflowDocument.Checks), of => of.Checks, (of, value) => of with { Checks = value }, check => check.Field),
        .. LimitParts.All,
        .. NoticeParts.All,
    ];

    internal static readonly ElementList<State> States = new(
        ElementKind.State,
        "states",
        document => document.States,
        (document, list) => document with { States = list },
        state => state.Id.Value,
        state => state.Name,
        StateParts.All);

    internal static readonly ElementList<Transition> Transitions = new(
        ElementKind.Transition,
        "transitions",
        document => document.Transitions,
        (document, list) => document with { Transitions = list },
        transition => transition.Id.Value,
        transition => transition.Name,
        TransitionParts.All);

    internal static readonly ElementList<FormField> Fields = new(
        ElementKind.Field,
        "fields",
        document => document.Fields,
        (document, list) => document with { Fields = list },
        field => field.Id.Value,
        field => field.Name,
        FieldParts.All);

    internal static readonly ElementList<CanvasNote> Notes = new(
        ElementKind.Note,
        "notes",
        document => document.Notes,
        (document, list) => document with { Notes = list },
        note => note.Id.Value,
        note => note.Text,
        NoteParts.All);

    /// <summary>The key under which a change of order is told.</summary>
    public const string OrderKey = ElementProperty.OrderKey;

    /// <summary>The codes of all properties, for those who word them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. Workflow.Select(part => part.Code)
            .Concat([States.Code, Transitions.Code, Fields.Code, Notes.Code])
            .Concat(StateParts.All.Select(part => part.Code))
            .Concat(TransitionParts.All.Select(part => part.Code))
            .Concat(FieldParts.All.Select(part => part.Code))
            .Concat(NoteParts.All.Select(part => part.Code))
            .Distinct(),
    ];

    /// <summary>The properties that are compared and merged, by the record that has them.</summary>
    public static IReadOnlyDictionary<Type, IReadOnlyList<string>> Members { get; } = new Dictionary<Type, IReadOnlyList<string>>
    {
        [typeof(WorkflowDocument)] =
        [
            .. Workflow.Select(part => part.Member),
            nameof(WorkflowDocument.States), nameof(WorkflowDocument.Transitions), nameof(WorkflowDocument.Fields), nameof(WorkflowDocument.Notes),
        ],
        [typeof(State)] = [nameof(State.Id), .. StateParts.All.Select(part => part.Member)],
        [typeof(Transition)] = [nameof(Transition.Id), .. TransitionParts.All.Select(part => part.Member)],
        [typeof(FormField)] = [nameof(FormField.Id), .. FieldParts.All.Select(part => part.Member)],
        [typeof(CanvasNote)] = [nameof(CanvasNote.Id), .. NoteParts.All.Select(part => part.Member)],
        [typeof(CreationLimits)] = [.. LimitParts.All.Select(part => part.Code)],
        [typeof(NoticeSettings)] = [.. NoticeParts.All.Select(part => part.Code)],
    };

    internal static string Key(long number) => number.ToString(CultureInfo.InvariantCulture);
}
