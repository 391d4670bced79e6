using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Forms;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>Who did what, where and when, in which words, and what it changed.</summary>
public sealed partial class FlowLogTimeline : ComponentBase
{
    /// <summary>Oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HistoryLine> Lines { get; set; }

    [Parameter]
    public bool NewestFirst { get; set; }

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    [CascadingParameter]
    public TimeZoneInfo? ReaderZone { get; set; }

    [Inject]
    public required IStringLocalizer<TicketTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<FormsTexts> FormsTexts { get; init; }

    [Inject]
    public required IStringLocalizer<Refusals> Refusals { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IOptions<InstallationOptions> Installation { get; init; }

    // Of older lines the distance says no more than the date does.
    private bool IsRecent(HistoryLine line) => Clock.GetUtcNow() - line.At < TimeSpan.FromHours(1);

    private static string? Look(HistoryLine line) => (line.Action, line.Kind) switch
    {
        (FlowLogAction.TransitionTaken or FlowLogAction.Voted or FlowLogAction.VoteDecided, TransitionKind.Agree) => "lf-timeline-mark--good",
        (FlowLogAction.TransitionTaken or FlowLogAction.Voted or FlowLogAction.VoteDecided, TransitionKind.Refuse) => "lf-timeline-mark--bad",
        (FlowLogAction.Submitted, _) => "lf-timeline-mark--brand",
        (FlowLogAction.AutomationFailed or FlowLogAction.TimerFailed or FlowLogAction.Deleted, _) => "lf-timeline-mark--bad",
        (FlowLogAction.Withdrawn or FlowLogAction.Closed or FlowLogAction.Returned or FlowLogAction.TakenBack or FlowLogAction.Jumped or FlowLogAction.VoteUndecided, _) => "lf-timeline-mark--warn",
        _ => null,
    };

    private string CommentOf(HistoryLine line) =>
        line.Action is FlowLogAction.TimerFailed or FlowLogAction.AutomationFailed ? FailureTexts.Of(line.Comment, Refusals) : line.Comment;

    private string Read(FormField field, FieldValue? value) =>
        value is null or { IsEmpty: true } ? "—" : FieldReading.Of(field, value, Installation.Value.Zone, ReaderZone, Company, FormsTexts);
}
