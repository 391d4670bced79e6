using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Trials;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Trials;

/// <summary>What happens in a trial, in words.</summary>
internal sealed class TrialWords(WorkflowVersion workflow, Company company, IStringLocalizer<TrialTexts> texts)
{
    public string Who(TrialEntry entry) => entry.By is Actor.Person person ? PersonName.Of(person.Id, company).Name : texts["Engine"];

    /// <summary>One line for each thing that happened and that a designer cares about.</summary>
    public IReadOnlyList<string> Of(TrialEntry entry) => [.. entry.Events.Select(Of).OfType<string>()];

    private string? Of(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted e => Say("Files", Way(e.Transition)),
        TicketEvent.TransitionTaken e => Say("Takes", Way(e.Transition), State(e.From)),
        TicketEvent.Voted e => Say("Votes", Way(e.Transition), State(e.State)),
        TicketEvent.VoteDecided e => Say("VotesEnough", Way(e.Transition)),
        TicketEvent.VoteUndecided => Say("VotesUndecided"),
        TicketEvent.Claimed e => Say("Claims", State(e.State)),
        TicketEvent.StateEntered { Participants: [] } e => Say("Enters", State(e.State)),
        TicketEvent.StateEntered e => Say("EntersAsking", State(e.State), Names(e.Participants)),
        TicketEvent.Forked e => Say("Forks", State(e.State)),
        TicketEvent.BranchArrived e => Say("BranchArrives", Way(e.Way)),
        TicketEvent.BranchesJoined e => Say("Joins", State(e.Join)),
        TicketEvent.Skipped e => Say("Skips", State(e.State)),
        TicketEvent.PassedAutomatically e => Say("Passes", State(e.State), PersonName.Of(e.Person, company).Name),
        TicketEvent.Ended e => Say("Ends", State(e.State)),
        TicketEvent.Reminded e => Say("Reminds", e.Timer, State(e.State)),
        TicketEvent.Escalated e => Say("Escalates", e.Timer, Names(e.To)),
        TicketEvent.TimerFailed e => Say("TimerFails", e.Timer, State(e.State)),
        TicketEvent.AutomationStarted e => Say("Runs", State(e.State)),
        TicketEvent.AutomationFailed e => Say("Fails", State(e.State)),
        _ => null,
    };

    private string Say(string key, params object[] arguments) => texts[key, arguments];

    private string State(StateId id) => workflow.FindState(id)?.Name.ForReader() ?? "?";

    private string Way(TransitionId id) => workflow.Transition(id)?.Name.ForReader() ?? "?";

    private string Names(IEnumerable<Participant> asked) => string.Join(texts["Separator"], asked.Select(one => ParticipantName.Of(one, company).Name));
}
