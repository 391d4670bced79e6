using LoonFlow.Domain.Timers;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class CalendarMapping : IEntityTypeConfiguration<CalendarRow>
{
    public void Configure(EntityTypeBuilder<CalendarRow> calendar)
    {
        calendar.ToTable("calendar");
        calendar.HasKey(c => c.Id);
        calendar.Property(c => c.Id).ValueGeneratedNever();
        calendar.Property(c => c.Name).HasMaxLength(BusinessCalendar.MaxNameLength);
        calendar.Property(c => c.Content).IsJson();
    }
}
