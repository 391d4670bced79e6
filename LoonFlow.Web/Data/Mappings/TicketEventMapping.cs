using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class TicketEventMapping : IEntityTypeConfiguration<TicketEventRow>
{
    public void Configure(EntityTypeBuilder<TicketEventRow> row)
    {
        row.ToTable("ticket_event");
        row.HasKey(e => e.Id);
        row.Property(e => e.Id).ValueGeneratedNever();
        row.Property(e => e.News).IsJson();
        row.HasIndex(e => e.Number).IsUnique().HasFilter("number IS NOT NULL");

        // Only what waits for its number, which is little: found without looking at all that was numbered.
        row.HasIndex(e => e.At).HasFilter("number IS NULL");
    }
}

internal sealed class TicketEventCounterMapping : IEntityTypeConfiguration<TicketEventCounter>
{
    public void Configure(EntityTypeBuilder<TicketEventCounter> counter)
    {
        counter.ToTable("ticket_event_counter");
        counter.HasKey(c => c.Id);
        counter.Property(c => c.Id).ValueGeneratedNever();
        counter.HasData(new TicketEventCounter { Id = TicketEventCounter.TheOne });
    }
}
