using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class UserAccountMapping : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> user)
    {
        user.ToTable("user_account");
        user.Property(u => u.Id).ValueGeneratedNever();
        user.Property(u => u.UserName).HasMaxLength(User.MaxUserNameLength).IsRequired();
        user.Property(u => u.NormalizedUserName).HasMaxLength(User.MaxUserNameLength).IsRequired();
        user.Property(u => u.Name).HasMaxLength(User.MaxNameLength);
        user.Property(u => u.Email).HasMaxLength(User.MaxEmailLength);
        user.Property(u => u.NormalizedEmail).HasMaxLength(User.MaxEmailLength);
        user.Property(u => u.PhoneNumber).HasMaxLength(User.MaxPhoneLength);
        user.HasIndex(u => u.DepartmentId);
    }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<DepartmentRow>
{
    public void Configure(EntityTypeBuilder<DepartmentRow> department)
    {
        department.ToTable("department");
        department.HasKey(d => d.Id);
        department.Property(d => d.Id).ValueGeneratedNever();
        department.Property(d => d.Name).HasMaxLength(Department.MaxNameLength);
        department.Property(d => d.Label).HasMaxLength(Department.MaxLabelLength);
        department.Property(d => d.ApproverIds).IsJson();
    }
}

internal sealed class RoleMapping : IEntityTypeConfiguration<RoleRow>
{
    public void Configure(EntityTypeBuilder<RoleRow> role)
    {
        role.ToTable("role");
        role.HasKey(r => r.Id);
        role.Property(r => r.Id).ValueGeneratedNever();
        role.Property(r => r.Name).HasMaxLength(Role.MaxNameLength);
        role.Property(r => r.Description).HasMaxLength(Role.MaxDescriptionLength);
        role.Property(r => r.Label).HasMaxLength(Department.MaxLabelLength);
    }
}

internal sealed class RoleMemberMapping : IEntityTypeConfiguration<RoleMemberRow>
{
    public void Configure(EntityTypeBuilder<RoleMemberRow> member)
    {
        member.ToTable("role_member");
        member.HasKey(m => new { m.UserId, m.RoleId });
        member.HasOne<RoleRow>().WithMany().HasForeignKey(m => m.RoleId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<UserAccount>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> claim) => claim.ToTable("user_claim");
}

internal sealed class UserLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> login) => login.ToTable("user_login");
}

internal sealed class UserTokenMapping : IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> token) => token.ToTable("user_token");
}
