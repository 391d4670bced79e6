using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class NoticeMapping : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> notice)
    {
        notice.ToTable("notice");
        notice.HasKey(n => n.Id);
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Title).IsJson();
        notice.Property(n => n.Text).IsJson();
        notice.HasIndex(n => new { n.Recipient, n.At });
        notice.HasIndex(n => n.Recipient, "ix_notice_unread").HasFilter("read_at IS NULL");
        notice.HasIndex(n => n.DigestFrom).HasFilter("digest_from IS NOT NULL");
        notice.HasIndex(n => n.At);
        notice.HasOne<Ticket>().WithMany().HasForeignKey(n => n.Ticket).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NoticePreferenceMapping : IEntityTypeConfiguration<NoticePreferenceRow>
{
    public void Configure(EntityTypeBuilder<NoticePreferenceRow> preference)
    {
        preference.ToTable("notice_preference");
        preference.HasKey(p => p.UserId);
        preference.Property(p => p.UserId).ValueGeneratedNever();
        preference.Property(p => p.Language).HasMaxLength(10);
        preference.Ignore(p => p.Preferences);
    }
}

internal sealed class ToldNoticesMapping : IEntityTypeConfiguration<ToldNotices>
{
    public void Configure(EntityTypeBuilder<ToldNotices> told)
    {
        told.ToTable("told_notices");
        told.HasKey(t => t.Message);
        told.Property(t => t.Message).ValueGeneratedNever();
        told.HasIndex(t => t.At);
    }
}
