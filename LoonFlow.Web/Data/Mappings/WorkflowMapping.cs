using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoonFlow.Web.Data.Mappings;

internal sealed class WorkflowMapping : IEntityTypeConfiguration<WorkflowRow>
{
    public void Configure(EntityTypeBuilder<WorkflowRow> workflow)
    {
        workflow.ToTable("workflow");
        workflow.HasKey(w => w.Id);
        workflow.Property(w => w.Id).ValueGeneratedNever();
        workflow.Property(w => w.Name).IsJson();
        workflow.Property(w => w.Description).IsJson();
        workflow.Property(w => w.Category).IsJson();
        workflow.Property(w => w.Icon).HasMaxLength(WorkflowDocument.MaxIconLength);
    }
}

internal sealed class WorkflowGrantMapping : IEntityTypeConfiguration<WorkflowGrantRow>
{
    public void Configure(EntityTypeBuilder<WorkflowGrantRow> grant)
    {
        grant.ToTable("workflow_grant");
        grant.HasKey(g => new { g.Workflow, g.Permission, g.Kind, g.Key });
        grant.HasOne<WorkflowRow>().WithMany().HasForeignKey(g => g.Workflow).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WorkflowVersionMapping : IEntityTypeConfiguration<WorkflowVersionRow>
{
    public void Configure(EntityTypeBuilder<WorkflowVersionRow> version)
    {
        version.ToTable("workflow_version");
        version.HasKey(v => v.Id);
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Document).IsJson();
        version.Property(v => v.Note).HasMaxLength(1000);
        version.HasIndex(v => new { v.Workflow, v.Number }).IsUnique();
        version.HasOne<WorkflowRow>().WithMany().HasForeignKey(v => v.Workflow).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkflowDraftMapping : IEntityTypeConfiguration<WorkflowDraftRow>
{
    public void Configure(EntityTypeBuilder<WorkflowDraftRow> draft)
    {
        draft.ToTable("workflow_draft");
        draft.HasKey(d => d.Workflow);
        draft.Property(d => d.Document).IsJson();
        draft.Property(d => d.Revision).IsConcurrencyToken();
        draft.HasOne<WorkflowRow>().WithOne().HasForeignKey<WorkflowDraftRow>(d => d.Workflow).OnDelete(DeleteBehavior.Cascade);
    }
}
