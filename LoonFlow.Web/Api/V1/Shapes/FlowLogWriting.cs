using System.Globalization;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Tickets.Lists;
using LoonFlow.Web.Import.People;
using LoonFlow.Web.Loonflow;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>From lines of the history to what loonflow makes of them (spec B.24).</summary>
/// <param name="detail">The ticket, as its reader sees it.</param>
/// <param name="texts">The sentences of refusals, of which failures are made.</param>
/// <param name="zone">The zone in which moments are told.</param>
internal sealed class FlowLogWriting(TicketDetail detail, IStringLocalizer<Refusals> texts, TimeZoneInfo zone)
{
    private const string Hook = "hook";

    public FlowLogShape Log(FlowLogEntry entry, bool withValues)
    {
        var who = Who(entry);
        var at = PlainValues.Moment(entry.At, zone);

        return new FlowLogShape(
            entry.Id,
            entry.Ticket.Value,
            new FlowLogStateShape(entry.State.Value, entry.StateName.Text),
            Transition(entry),
            FlowLogCodes.Intervention(entry, IsHook(entry)),
            who.ParticipantTypeId,
            who.Participant,
            who,
            Suggestion(entry),
            at,
            at)
        {
            TicketData = withValues ? Values(entry) : null,
        };
    }

    public FlowStepLogShape Step(FlowLogEntry entry)
    {
        var log = Log(entry, withValues: false);

        return new FlowStepLogShape(log.Id, log.Transition, log.ParticipantTypeId, log.Participant, log.ParticipantInfo, log.InterveneTypeId, log.Suggestion, entry.State.Value, log.GmtCreated);
    }

    private FlowLogTransitionShape Transition(FlowLogEntry entry)
    {
        if (entry is { Transition: { } id, TransitionName: { } name })
        {
            return new FlowLogTransitionShape(id.Value, name.Text, (int)(entry.TransitionKind ?? TransitionKind.Other));
        }

        // A script's own lines stand under the one way that leaves its state.
        return FlowLogCodes.IsOfAutomation(entry) && !IsHook(entry) && detail.Record.Version.LeavingFrom(entry.State) is [var way, ..]
            ? new FlowLogTransitionShape(way.Id.Value, way.Name.Text, (int)way.Kind)
            : new FlowLogTransitionShape(0, FlowLogCodes.Caption(entry), (int)(entry.Action is FlowLogAction.Returned ? TransitionKind.Refuse : TransitionKind.Other));
    }

    private FlowLogParticipantShape Who(FlowLogEntry entry)
    {
        if (entry.By is { } by)
        {
            return Person(detail.Company.User(by));
        }

        // What moved a ticket out of an automatic state without anybody's doing is what ran there.
        return SpecOf(entry) switch
        {
            ParticipantSpec.Script script when IsByWhatRan(entry) => Script(detail.Scripts.GetValueOrDefault(script.Name) ?? new ScriptName(0, script.Name)),
            ParticipantSpec.Hook when IsByWhatRan(entry) => Named(ParticipantCodes.Hook, Hook, Hook),
            _ => Named(ParticipantCodes.Person, UserNames.Engine, UserNames.Engine),
        };
    }

    private static bool IsByWhatRan(FlowLogEntry entry) => entry.Action is FlowLogAction.TransitionTaken || FlowLogCodes.IsOfAutomation(entry);

    private bool IsHook(FlowLogEntry entry) => SpecOf(entry) is ParticipantSpec.Hook;

    private ParticipantSpec SpecOf(FlowLogEntry entry) => detail.Record.Version.FindState(entry.State)?.Participants ?? new ParticipantSpec.None();

    private static FlowLogParticipantShape Person(User? user) => user is null
        ? Named(ParticipantCodes.Person, string.Empty, string.Empty)
        : new FlowLogParticipantShape(ParticipantCodes.Person, user.UserName, user.Name, user.Email, user.Phone);

    private static FlowLogParticipantShape Script(ScriptName script)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"脚本:(id:{script.Id}, name:{script.Name})");

        return Named(ParticipantCodes.Script, name, name);
    }

    private static FlowLogParticipantShape Named(int type, string participant, string alias) => new(type, participant, alias, string.Empty, string.Empty);

    private string Suggestion(FlowLogEntry entry) =>
        entry.Action is FlowLogAction.TimerFailed or FlowLogAction.AutomationFailed ? FailureTexts.Of(entry.Comment, texts) : entry.Comment;

    /// <summary>Only of fields that the reader is shown: history must not tell what the form hides.</summary>
    private JsonObject Values(FlowLogEntry entry) => new(detail.Entries
        .Where(shown => shown.Field is not null && shown.Key != Domain.Forms.BuiltInField.Title)
        .Select(shown => KeyValuePair.Create(shown.Key, PlainValues.Write(entry.Values[shown.Key], zone))));
}
