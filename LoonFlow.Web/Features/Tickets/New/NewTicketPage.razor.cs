using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets.Forms;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Tickets.New;

/// <summary>The form of a workflow's start state, and one button for each way to file it.</summary>
public sealed partial class NewTicketPage : ComponentBase
{
    private const int MostNamed = 3;

    private TicketForm? _form;
    private Actor.Person? _person;
    private Company? _company;
    private WorkflowVersion? _workflow;
    private IReadOnlyList<FormEntry> _entries = [];
    private IReadOnlyList<Transition> _transitions = [];
    private IReadOnlyDictionary<string, string> _builtIns = new Dictionary<string, string>();
    private IReadOnlyList<Domain.Common.FieldProblem> _problems = [];
    private Refusal? _refusal;
    private Refusal? _limit;
    private NextStep? _next;
    private WorkflowAccess _access = WorkflowAccess.Restricted;
    private Transition? _chosen;
    private Transition? _asked;
    private bool _isMissing;
    private bool _isBusy;

    [Parameter]
    public long WorkflowId { get; set; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required CompanyStore Companies { get; init; }

    [Inject]
    public required WorkflowStore Workflows { get; init; }

    [Inject]
    public required FilingLimits Limits { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<NewTicketTexts> Texts { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (_workflow?.Workflow.Value == WorkflowId)
        {
            return;
        }

        _person = await Current.FindAsync();
        _company = await Companies.GetAsync(CancellationToken.None);
        _workflow = await Workflows.PublishedAsync(new WorkflowId(WorkflowId), CancellationToken.None);
        _isMissing = _workflow is null || _person is null;

        if (_workflow is null || _person is null)
        {
            return;
        }

        _access = (await Workflows.CatalogueAsync(CancellationToken.None))[_workflow.Workflow].Access;
        _limit = await Limits.WhyNotAsync(_workflow, _person, CancellationToken.None);
        _entries = FormRules.ForHandling(_workflow, _workflow.Start);
        _transitions = [.. SubmissionRules.Available(_workflow).OrderBy(transition => transition.Kind)];
        _builtIns = new Dictionary<string, string>
        {
            [BuiltInField.Creator] = _company.User(_person.Id)?.Name ?? string.Empty,
            [BuiltInField.WorkflowName] = _workflow.Name.ForReader(),
            [BuiltInField.StateName] = _workflow.Start.Name.ForReader(),
        };
    }

    private void LookAhead() =>
        _next = _transitions is [var transition, ..] && _form?.Peek(transition.RequiresFields) is { Succeeded: true } filled
            ? NextStep.Of(_workflow!, _person!, transition, filled.Value, new DecisionFacts { Now = Clock.GetUtcNow(), Company = _company!, Access = _access })
            : null;

    private async Task ChooseAsync(Transition transition)
    {
        // A confirmation of something that cannot be sent anyway would be a question too many.
        if (_isBusy || !Check(transition))
        {
            return;
        }

        if (transition.Confirmation is null)
        {
            await SendAsync(transition);
        }
        else
        {
            _asked = transition;
        }
    }

    private bool Check(Transition transition)
    {
        _refusal = null;

        return _form?.Read(transition.RequiresFields) is { Succeeded: true };
    }

    private async Task SendAsync(Transition transition)
    {
        if (_isBusy || _form?.Read(transition.RequiresFields) is not { Succeeded: true } sent)
        {
            return;
        }

        _isBusy = true;
        _chosen = transition;

        var command = new SubmitTicket(_workflow!.Workflow, transition.Id, sent.Value, _form.Comment);
        var result = await UseCases.RunAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, _person!, CancellationToken.None));

        if (result.Succeeded)
        {
            await _form.FinishAsync();
            Toasts.Good(Texts["Filed", _workflow.Name.ForReader()]);
            Navigation.NavigateTo($"/tickets/{result.Value.Value}");
            return;
        }

        _isBusy = false;
        _asked = null;
        _problems = result.Refusal.Fields;
        _refusal = result.Refusal.Fields is [] ? result.Refusal : null;
        _isMissing = result.Refusal == TicketRefusals.WorkflowNotFound;
    }
}
