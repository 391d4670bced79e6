using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Outbox;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data;

/// <summary>The database, whichever provider keeps it. One instance lives for one use case or one query.</summary>
public abstract partial class LoonFlowDb(DbContextOptions options) : IdentityUserContext<UserAccount, long>(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<VisitParticipant> VisitParticipants => Set<VisitParticipant>();

    public DbSet<FlowLogEntry> FlowLog => Set<FlowLogEntry>();

    public DbSet<WorkflowRow> Workflows => Set<WorkflowRow>();

    public DbSet<WorkflowGrantRow> WorkflowGrants => Set<WorkflowGrantRow>();

    public DbSet<WorkflowVersionRow> WorkflowVersions => Set<WorkflowVersionRow>();

    public DbSet<WorkflowDraftRow> WorkflowDrafts => Set<WorkflowDraftRow>();

    public DbSet<DepartmentRow> Departments => Set<DepartmentRow>();

    public DbSet<RoleRow> Roles => Set<RoleRow>();

    public DbSet<RoleMemberRow> RoleMembers => Set<RoleMemberRow>();

    public DbSet<ApplicationRow> Applications => Set<ApplicationRow>();

    public DbSet<ApplicationSecretRow> ApplicationSecrets => Set<ApplicationSecretRow>();

    public DbSet<PersonalTokenRow> PersonalTokens => Set<PersonalTokenRow>();

    public DbSet<RequestNonceRow> RequestNonces => Set<RequestNonceRow>();

    public DbSet<RepeatableAnswerRow> RepeatableAnswers => Set<RepeatableAnswerRow>();

    public DbSet<CalendarRow> Calendars => Set<CalendarRow>();

    public DbSet<CacheStamp> CacheStamps => Set<CacheStamp>();

    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<StoredFileContent> FileContents => Set<StoredFileContent>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<StoredScript> Scripts => Set<StoredScript>();

    public DbSet<AutomationAttempt> AutomationAttempts => Set<AutomationAttempt>();

    public DbSet<StoredSecret> Secrets => Set<StoredSecret>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    public DbSet<TicketEventRow> TicketEvents => Set<TicketEventRow>();

    public DbSet<TicketEventCounter> TicketEventCounters => Set<TicketEventCounter>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<NoticePreferenceRow> NoticePreferences => Set<NoticePreferenceRow>();

    public DbSet<ToldNotices> ToldNotices => Set<ToldNotices>();

    public DbSet<NoticeChannelRow> NoticeChannels => Set<NoticeChannelRow>();

    public DbSet<SerialCounter> SerialCounters => Set<SerialCounter>();

    public DbSet<TurnCounter> TurnCounters => Set<TurnCounter>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => IdConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LoonFlowDb).Assembly);
        IdSequences.Map(builder);
        TableNames.UseSnakeCase(builder);
    }
}
