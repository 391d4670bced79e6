using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class CacheStampMapping : IEntityTypeConfiguration<CacheStamp>
{
    public void Configure(EntityTypeBuilder<CacheStamp> stamp)
    {
        stamp.ToTable("cache_stamp");
        stamp.HasKey(s => s.Name);
        stamp.Property(s => s.Name).HasMaxLength(50);
        stamp.HasData(
            new CacheStamp { Name = CacheStamp.Company, Value = Guid.Parse("00000000-0000-0000-0000-000000000001") },
            new CacheStamp { Name = CacheStamp.Workflows, Value = Guid.Parse("00000000-0000-0000-0000-000000000001") },
            new CacheStamp { Name = CacheStamp.Applications, Value = Guid.Parse("00000000-0000-0000-0000-000000000001") });
    }
}

internal sealed class FormDraftMapping : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> draft)
    {
        draft.ToTable("form_draft");
        draft.HasKey(d => new { d.UserId, d.Form });
        draft.Property(d => d.Form).HasMaxLength(60);
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("stored_file");
        file.HasKey(f => f.Id);
        file.Property(f => f.Name).HasMaxLength(255);
        file.Property(f => f.ContentType).HasMaxLength(255);
        file.HasIndex(f => f.Ticket);
        file.HasIndex(f => new { f.UploadedBy, f.Ticket });
        file.HasOne<Ticket>().WithMany().HasForeignKey(f => f.Ticket).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StoredFileContentMapping : IEntityTypeConfiguration<StoredFileContent>
{
    public void Configure(EntityTypeBuilder<StoredFileContent> content)
    {
        content.ToTable("stored_file_content");
        content.HasKey(c => c.Id);
        content.HasOne<StoredFile>().WithOne().HasForeignKey<StoredFileContent>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox");
        message.HasKey(m => m.Id);
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Listener).HasMaxLength(OutboxMessage.MaxListenerLength);
        message.Property(m => m.About).HasMaxLength(OutboxMessage.MaxAboutLength);
        message.Property(m => m.LastError).HasMaxLength(DeliveryAttempt.MaxErrorLength);
        message.HasIndex(m => new { m.Listener, m.IsDead, m.DueAt });
    }
}

internal sealed class DeliveryAttemptMapping : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> attempt)
    {
        attempt.ToTable("delivery_attempt");
        attempt.HasKey(a => a.Id);
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Listener).HasMaxLength(OutboxMessage.MaxListenerLength);
        attempt.Property(a => a.About).HasMaxLength(OutboxMessage.MaxAboutLength);
        attempt.Property(a => a.Error).HasMaxLength(DeliveryAttempt.MaxErrorLength);
        attempt.HasIndex(a => a.Message);
        attempt.HasIndex(a => a.Ticket);
        attempt.HasIndex(a => a.At);
    }
}

internal sealed class SerialCounterMapping : IEntityTypeConfiguration<SerialCounter>
{
    public void Configure(EntityTypeBuilder<SerialCounter> counter)
    {
        counter.ToTable("serial_counter");
        counter.HasKey(c => c.Day);
    }
}

internal sealed class TurnCounterMapping : IEntityTypeConfiguration<TurnCounter>
{
    public void Configure(EntityTypeBuilder<TurnCounter> counter)
    {
        counter.ToTable("turn_counter");
        counter.HasKey(c => c.State);
        counter.Property(c => c.State).ValueGeneratedNever();
    }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<DataProtectionKeyRow> key)
    {
        key.ToTable("data_protection_key");
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(200);
    }
}

internal sealed class ImportedRowMapping : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> row)
    {
        row.ToTable("imported_row");
        row.HasKey(r => new { r.Table, r.SourceId });
        row.Property(r => r.Table).HasMaxLength(100);
        row.Property(r => r.SourceId).ValueGeneratedNever();
        row.Property(r => r.Fingerprint).HasMaxLength(64);
    }
}
