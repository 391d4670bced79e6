using LoonFlow.Domain.Access;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class ApplicationMapping : IEntityTypeConfiguration<ApplicationRow>
{
    public void Configure(EntityTypeBuilder<ApplicationRow> application)
    {
        application.ToTable("application");
        application.HasKey(a => a.Id);
        application.Property(a => a.Id).ValueGeneratedNever();
        application.Property(a => a.Name).HasMaxLength(Application.MaxNameLength);
        application.Property(a => a.Content).IsJson();
        application.Property(a => a.Revision).IsConcurrencyToken();
        application.HasIndex(a => a.Name).IsUnique();
    }
}

internal sealed class ApplicationSecretMapping : IEntityTypeConfiguration<ApplicationSecretRow>
{
    internal const int HashLength = 64;
    internal const int MaxAddressLength = 45;

    public void Configure(EntityTypeBuilder<ApplicationSecretRow> secret)
    {
        secret.ToTable("application_secret");
        secret.HasKey(s => s.Id);
        secret.Property(s => s.Hint).HasMaxLength(ApplicationSecretRow.HintLength);
        secret.Property(s => s.Hash).HasMaxLength(HashLength);
        secret.Property(s => s.LastUsedFrom).HasMaxLength(MaxAddressLength);
        secret.HasIndex(s => s.Application);
        secret.HasIndex(s => s.Hash);
        secret.HasOne<ApplicationRow>().WithMany().HasForeignKey(s => s.Application).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonalTokenMapping : IEntityTypeConfiguration<PersonalTokenRow>
{
    public void Configure(EntityTypeBuilder<PersonalTokenRow> token)
    {
        token.ToTable("personal_token");
        token.HasKey(t => t.Id);
        token.Property(t => t.Name).HasMaxLength(PersonalTokenRules.MaxNameLength);
        token.Property(t => t.Hash).HasMaxLength(ApplicationSecretMapping.HashLength);
        token.Property(t => t.Hint).HasMaxLength(ApplicationSecretRow.HintLength);
        token.Property(t => t.LastUsedFrom).HasMaxLength(ApplicationSecretMapping.MaxAddressLength);
        token.HasIndex(t => t.UserId);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasOne<UserAccount>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RequestNonceMapping : IEntityTypeConfiguration<RequestNonceRow>
{
    public void Configure(EntityTypeBuilder<RequestNonceRow> nonce)
    {
        nonce.ToTable("request_nonce");
        nonce.HasKey(n => new { n.Application, n.Nonce });
        nonce.Property(n => n.Nonce).HasMaxLength(RequestNonceRow.MaxNonceLength);
        nonce.HasIndex(n => n.At);
    }
}

internal sealed class RepeatableAnswerMapping : IEntityTypeConfiguration<RepeatableAnswerRow>
{
    public void Configure(EntityTypeBuilder<RepeatableAnswerRow> answer)
    {
        answer.ToTable("repeatable_answer");
        answer.HasKey(a => new { a.Caller, a.Key, a.Part });
        answer.Property(a => a.Caller).HasMaxLength(RepeatableAnswerRow.MaxCallerLength);
        answer.Property(a => a.Key).HasMaxLength(RepeatableAnswerRow.MaxKeyLength);
        answer.Property(a => a.Digest).HasMaxLength(ApplicationSecretMapping.HashLength);
        answer.HasIndex(a => a.At);
    }
}
