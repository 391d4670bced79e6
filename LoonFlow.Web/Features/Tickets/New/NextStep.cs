using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets.New;

/// <summary>Where a ticket would go: to a state and those who act there. No state is the end; no names, when one is drawn.</summary>
public sealed record NextStep(Caption? State, IReadOnlyList<string> People)
{
    /// <summary>Looks ahead by deciding without recording, so the rule that will decide is the one that is asked. Null when it would be refused.</summary>
    public static NextStep? Of(WorkflowVersion workflow, Actor.Person creator, Transition transition, FieldChanges sent, DecisionFacts facts)
    {
        var files = sent.Values.Values.OfType<FieldValue.Files>().SelectMany(several => several.Values).Select(file => file.Id).ToHashSet();
        var decision = SubmissionRules.Submit(workflow, creator, transition.Id, sent, comment: null, facts with { UsableFiles = files });

        if (!decision.Succeeded)
        {
            return null;
        }

        if (decision.Value.Events.OfType<TicketEvent.StateEntered>().FirstOrDefault() is not { } entered)
        {
            return new NextStep(null, []);
        }

        var state = workflow.State(entered.State);

        return new NextStep(
            state.Name,
            state.Distribution is Distribution.Random ? [] : [.. entered.Participants.Select(participant => ParticipantName.Of(participant, facts.Company).Name)]);
    }
}
