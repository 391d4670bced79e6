using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Forms;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>The real form over the draft. Nothing is kept, and files cannot be attached.</summary>
public sealed partial class FormPreview : ComponentBase
{
    private FieldForm? _form;
    private StateId? _state;
    private WorkflowDocument? _seen;
    private StateId? _seenState;
    private WorkflowVersion? _version;
    private IReadOnlyList<FormEntry> _entries = [];
    private IReadOnlyList<Domain.Common.FieldProblem> _problems = [];
    private bool _isNew;
    private bool _isPhone;
    private bool _isFine;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<FormBuilderTexts> Texts { get; init; }

    private IReadOnlyList<State> States => FilledStates.Of(Session.Document);

    private IReadOnlyList<(StateId Value, string Text)> Options =>
        [.. States.Select(state => (state.Id, (state.Kind is StateKind.Start ? Texts["AsRequester"] : Texts["AsHandler", state.Name.ForReader()]).Value))];

    private State? Chosen => States.FirstOrDefault(state => state.Id == _state) ?? (States is [var first, ..] ? first : null);

    protected override void OnParametersSet() => Draw();

    protected override bool ShouldRender()
    {
        Draw();

        return true;
    }

    /// <summary>A draft may be broken in ways that no version is, so only the one state and the fields are taken from it.</summary>
    private void Draw()
    {
        var state = Chosen;

        if (ReferenceEquals(_seen, Session.Document) && _seenState == state?.Id)
        {
            return;
        }

        (_seen, _seenState, _problems, _isFine) = (Session.Document, state?.Id, [], false);
        _version = state is null ? null : new WorkflowVersion(new VersionId(0), Session.Workflow.Id, 0, Session.Document with
        {
            Fields = [.. Session.Document.Fields.DistinctBy(field => field.Key, StringComparer.Ordinal)],
            States = [state with { Kind = StateKind.Start, Join = null, Children = null }],
            Transitions = [],
        });
        _isNew = state?.Kind is StateKind.Start;
        _entries = _version is null ? [] : [.. FormRules.ForHandling(_version, _version.Start).Select(WithoutFiles)];
    }

    private void Check()
    {
        if (_form?.Read(requiresFields: true) is not { Succeeded: true } read || _version is null)
        {
            return;
        }

        var facts = new DecisionFacts { Now = Clock.GetUtcNow(), Company = Session.Company, Access = WorkflowAccess.Restricted };
        var accepted = FormRules.Accept(_version, _version.Start, requiresFields: true, read.Value, FieldChanges.None, facts, Session.Person.Id);
        Domain.Common.FieldProblem[] problems = [.. (accepted.Refusal?.Fields ?? []).Where(problem => _version.Field(problem.Key)?.Type is not FieldType.Attachment)];
        (_problems, _isFine) = (problems, problems is []);
    }

    private static FormEntry WithoutFiles(FormEntry entry) => entry.Field?.Type is FieldType.Attachment ? entry with { Access = FieldAccess.ReadOnly } : entry;
}
