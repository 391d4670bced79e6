using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class StoredScriptMapping : IEntityTypeConfiguration<StoredScript>
{
    public void Configure(EntityTypeBuilder<StoredScript> script)
    {
        script.ToTable("script");
        script.HasKey(s => s.Id);
        script.Property(s => s.Name).HasMaxLength(StoredScript.MaxNameLength);
        script.Property(s => s.StoredName).HasMaxLength(StoredScript.MaxStoredNameLength);
        script.Property(s => s.Description).HasMaxLength(StoredScript.MaxDescriptionLength);
        script.Property(s => s.Interpreter).HasMaxLength(50);
        script.HasIndex(s => s.StoredName).IsUnique();
    }
}

internal sealed class AutomationAttemptMapping : IEntityTypeConfiguration<AutomationAttempt>
{
    public void Configure(EntityTypeBuilder<AutomationAttempt> attempt)
    {
        attempt.ToTable("automation_attempt");
        attempt.HasKey(a => a.Id);
        attempt.Property(a => a.Target).HasMaxLength(AutomationAttempt.MaxTargetLength);
        attempt.Property(a => a.Problem!).IsJson();
        attempt.HasIndex(a => new { a.Ticket, a.Visit, a.Run });
        attempt.HasIndex(a => new { a.IsScript, a.Target, a.Id });
        attempt.HasOne<Ticket>().WithMany().HasForeignKey(a => a.Ticket).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StoredSecretMapping : IEntityTypeConfiguration<StoredSecret>
{
    public void Configure(EntityTypeBuilder<StoredSecret> secret)
    {
        secret.ToTable("secret");
        secret.HasKey(s => new { s.Owner, s.Name });
        secret.Property(s => s.Owner).HasMaxLength(50);
        secret.Property(s => s.Name).HasMaxLength(StoredSecret.MaxNameLength);
    }
}
