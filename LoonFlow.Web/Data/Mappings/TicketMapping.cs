using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
{
    /// <summary>What rows hold that are older than the column.</summary>
    public const string EmptyList = "'[]'";

    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("ticket");
        ticket.HasKey(t => t.Id);
        ticket.Property(t => t.Id).ValueGeneratedNever();
        ticket.Property(t => t.Serial).HasMaxLength(Ticket.MaxSerialLength);
        ticket.Property(t => t.Title).HasMaxLength(Ticket.MaxTitleLength);
        ticket.Property(t => t.Values).IsJson();
        ticket.Property(t => t.Steps).IsJson().HasDefaultValueSql(EmptyList);
        ticket.Property(t => t.ChildKey).HasMaxLength(Ticket.MaxChildKeyLength);
        ticket.Property(t => t.Revision).IsConcurrencyToken();
        ticket.HasIndex(t => t.Serial).IsUnique();

        // No child is started twice, whoever starts it and however often.
        ticket.HasIndex(t => new { t.Parent, t.ParentVisit, t.ChildKey }).IsUnique();
        ticket.HasIndex(t => t.CreatedAt);
        ticket.HasIndex(t => new { t.Creator, t.CreatedAt });
        ticket.HasIndex(t => new { t.Workflow, t.CreatedAt });
        ticket.HasMany(t => t.Visits).WithOne().HasForeignKey(VisitMapping.Ticket).OnDelete(DeleteBehavior.Cascade);
        ticket.Ignore(t => t.OpenVisits);
        ticket.HasQueryFilter(t => t.DeletedAt == null);
        ticket.HasOne<WorkflowRow>().WithMany().HasForeignKey(t => t.Workflow).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    /// <summary>The shadow property that names a visit's ticket.</summary>
    public const string Ticket = "Ticket";

    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("visit");
        visit.Property<TicketId>(Ticket);
        visit.HasKey(Ticket, nameof(Visit.Number));
        visit.Property(v => v.Number).ValueGeneratedNever();
        visit.Property(v => v.Consultations).HasField("_consultations").IsJson();
        visit.Property(v => v.Seats).IsJson().HasDefaultValueSql(TicketMapping.EmptyList);
        visit.Property(v => v.Arrivals!).IsJson();
        visit.Property(v => v.Branch!).IsJson();
        visit.Property(v => v.Automation!).IsJson();
        visit.Property(v => v.ResumesAt!).IsJson();
        visit.Property(v => v.Timers).IsJson().HasDefaultValueSql(TicketMapping.EmptyList);
        visit.Property(v => v.State);
        visit.HasMany(v => v.Asked).WithOne().HasForeignKey(VisitParticipantMapping.Ticket, VisitParticipantMapping.Visit).OnDelete(DeleteBehavior.Cascade);
        visit.Ignore(v => v.Participants);
        visit.HasIndex(v => v.State).HasFilter("left_at IS NULL");
        visit.HasIndex(v => v.NextDueAt).HasFilter("next_due_at IS NOT NULL");
    }
}

internal sealed class VisitParticipantMapping : IEntityTypeConfiguration<VisitParticipant>
{
    public const string Ticket = "Ticket";
    public const string Visit = "Visit";

    public void Configure(EntityTypeBuilder<VisitParticipant> participant)
    {
        participant.ToTable("ticket_participant");
        participant.Property<TicketId>(Ticket);
        participant.Property<int>(Visit);
        participant.HasKey(Ticket, Visit, nameof(VisitParticipant.Kind), nameof(VisitParticipant.Key));
        participant.Property(p => p.Key).ValueGeneratedNever();

        // "My inbox" asks by whom and whether it is their turn; "related to me" by whom alone.
        participant.HasIndex(nameof(VisitParticipant.Kind), nameof(VisitParticipant.Key), nameof(VisitParticipant.MustAct), Ticket);
        participant.Ignore(p => p.Who);
    }
}

internal sealed class FlowLogMapping : IEntityTypeConfiguration<FlowLogEntry>
{
    public void Configure(EntityTypeBuilder<FlowLogEntry> entry)
    {
        entry.ToTable("flow_log");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.StateName).IsJson();
        entry.Property(e => e.TransitionName!).IsJson();
        entry.Property(e => e.TargetStateName!).IsJson();
        entry.Property(e => e.Comment).HasMaxLength(Comment.MaxLength);
        entry.Property(e => e.Values).IsJson();
        entry.HasIndex(e => new { e.Ticket, e.Id });
        entry.HasIndex(e => new { e.By, e.Ticket });
        entry.HasOne<Ticket>().WithMany().HasForeignKey(e => e.Ticket).OnDelete(DeleteBehavior.Cascade);
    }
}
