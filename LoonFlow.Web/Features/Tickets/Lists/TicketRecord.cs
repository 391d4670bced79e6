using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets.Lists;

/// <summary>One ticket with all that loonflow's callers are told of it.</summary>
/// <param name="Ticket">The ticket with its open visits.</param>
/// <param name="Version">The version it was filed with.</param>
/// <param name="Workflow">What its workflow is called now.</param>
/// <param name="Related">Who must or had to handle it, as they were asked.</param>
/// <param name="Visit">Where it is, to a reader who knows one state only: where it waits for them, else where it came to last. Null once it is over.</param>
public sealed record TicketRecord(Ticket Ticket, WorkflowVersion Version, Workflow Workflow, IReadOnlyList<Participant> Related, Visit? Visit)
{
    public State State => Version.State(Visit?.State ?? Ticket.State);

    public static TicketRecord Of(Ticket ticket, WorkflowVersion version, Workflow workflow, IReadOnlyList<Participant> related, Actor reader) =>
        new(ticket, version, workflow, related, Shown(ticket, reader));

    private static Visit? Shown(Ticket ticket, Actor reader)
    {
        Visit[] open = [.. ticket.OpenVisits.Where(visit => !visit.IsFork)];

        return open.FirstOrDefault(visit => reader is Actor.Person person && visit.IsFor(person))
            ?? open.LastOrDefault(visit => visit.State == ticket.State)
            ?? open.LastOrDefault();
    }
}

/// <summary>A page of tickets.</summary>
/// <param name="Rows">The tickets on it.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Company">Who is there.</param>
/// <param name="Scripts">The scripts that they wait for, by stored name.</param>
public sealed record TicketListing(IReadOnlyList<TicketRecord> Rows, int Total, Company Company, IReadOnlyDictionary<string, ScriptName> Scripts);

/// <summary>One ticket as its reader may handle it.</summary>
/// <param name="Record">The ticket.</param>
/// <param name="Entries">The lines of the form that the reader sees, and what they may do with each.</param>
/// <param name="Actions">What they may do.</param>
/// <param name="Company">Who is there.</param>
/// <param name="Scripts">The scripts of its workflow, by stored name.</param>
public sealed record TicketDetail(
    TicketRecord Record,
    IReadOnlyList<FormEntry> Entries,
    IReadOnlyList<TicketAction> Actions,
    Company Company,
    IReadOnlyDictionary<string, ScriptName> Scripts);

/// <summary>A part of a ticket's history.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Detail">The ticket.</param>
public sealed record TicketHistory(IReadOnlyList<FlowLogEntry> Lines, int Total, TicketDetail Detail);

/// <summary>A script's number and name.</summary>
public sealed record ScriptName(long Id, string Name);
