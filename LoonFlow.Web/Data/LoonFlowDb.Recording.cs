using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data;

/// <summary>Turning a decision into rows: the ticket, its history, and what is to be told to whom. Nothing is sent here.</summary>
public abstract partial class LoonFlowDb
{
    private static readonly string[] CompanyProperties =
    [
        nameof(UserAccount.UserName), nameof(UserAccount.Name), nameof(UserAccount.Email), nameof(UserAccount.PhoneNumber),
        nameof(UserAccount.DepartmentId), nameof(UserAccount.IsActive), nameof(UserAccount.IsAdministrator),
    ];

    /// <summary>Applies a decision to a loaded ticket.</summary>
    public TicketId Record(WorkflowVersion workflow, Ticket ticket, TicketDecision decision)
    {
        ticket.Apply(decision);
        AddWhatFollows(workflow, ticket, decision);

        return ticket.Id;
    }

    /// <summary>Adds a ticket that the decision filed.</summary>
    public TicketId RecordNew(WorkflowVersion workflow, Ticket ticket, TicketDecision decision)
    {
        Tickets.Add(ticket);
        AddWhatFollows(workflow, ticket, decision);

        return ticket.Id;
    }

    /// <summary>Makes a document the version that new tickets of the workflow take.</summary>
    public void Publish(WorkflowRow workflow, VersionId version, int number, WorkflowDocument document, Actor actor, DateTimeOffset now, string note)
    {
        WorkflowVersions.Add(new WorkflowVersionRow
        {
            Id = version,
            Workflow = workflow.Id,
            Number = number,
            Document = document,
            Note = note,
            PublishedAt = now,
            PublishedBy = (actor as Actor.Person)?.Id.Value,
        });
        workflow.Describe(document);
        workflow.Published = version;
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        StorableText.Clean(ChangeTracker);
        StampWhatIsCached();

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void AddWhatFollows(WorkflowVersion workflow, Ticket ticket, TicketDecision decision)
    {
        FlowLog.AddRange(FlowLogEntry.For(workflow, ticket, decision));
        Outbox.AddRange(Subscriptions.Messages(workflow, ticket, decision));
        Outbox.AddRange(ChildrenSubscriptions.Messages(workflow, ticket, decision));
        Outbox.AddRange(AutomationSubscriptions.Messages(ticket, decision));

        var events = TicketEventRow.Of(ticket, decision);
        TicketEvents.AddRange(events);
        Outbox.AddRange(EventHookSubscriptions.Messages(workflow, events));
    }

    private void StampWhatIsCached()
    {
        var entries = ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToArray();

        if (entries.Any(entry => entry.Entity is DepartmentRow or RoleRow or RoleMemberRow or CalendarRow || (entry.Entity is UserAccount
            && (entry.State is not EntityState.Modified || CompanyProperties.Any(property => entry.Property(property).IsModified)))))
        {
            Stamp(CacheStamp.Company);
        }

        if (entries.Any(entry => entry.Entity is WorkflowRow or WorkflowGrantRow))
        {
            Stamp(CacheStamp.Workflows);
        }

        if (entries.Any(entry => entry.Entity is ApplicationRow or ApplicationSecretRow))
        {
            Stamp(CacheStamp.Applications);
        }
    }

    private void Stamp(string name)
    {
        var stamp = CacheStamps.Local.FindEntry(name)?.Entity ?? CacheStamps.Attach(new CacheStamp { Name = name }).Entity;
        stamp.Value = Guid.CreateVersion7();
        Entry(stamp).State = EntityState.Modified;
    }
}
