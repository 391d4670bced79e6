using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class NoticeChannelMapping : IEntityTypeConfiguration<NoticeChannelRow>
{
    public void Configure(EntityTypeBuilder<NoticeChannelRow> channel)
    {
        channel.ToTable("notice_channel");
        channel.HasKey(c => c.Id);
        channel.Property(c => c.Id).ValueGeneratedNever();
        channel.Property(c => c.Name).HasMaxLength(NoticeChannelRow.MaxNameLength);
    }
}
