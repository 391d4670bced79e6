using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data.Demo;

/// <summary>A believable company for trying LoonFlow out: its people and its five published workflows.</summary>
internal static class DemoCompany
{
    /// <summary>The password of everybody in the demo company; printed at start.</summary>
    public const string Password = "loonflow";

    /// <summary>Whom to sign in as to see the main job done, and what each of them is in it.</summary>
    public static readonly IReadOnlyList<(string UserName, Caption Part)> SignIns =
    [
        ("lin", new Caption("员工，提交申请", "employee, files tickets")),
        ("wu", new Caption("林晓的直属主管", "Lin's leader, approves")),
        ("sun", new Caption("人力资源部", "human resources")),
        ("feng", new Caption("运维，VPN管理员", "operations, VPN administrator")),
        ("zhao", new Caption("研发总监", "director of engineering")),
        (DemoPeople.Administrator, new Caption("系统管理员", "administrator")),
    ];

    /// <summary>Loads people and workflows into an empty installation.</summary>
    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        await LoadPeopleAsync(services, ct);
        await LoadWorkflowsAsync(services, ct);
    }

    /// <summary>The password that everybody can read in the sources opens nothing but the way to a new one.</summary>
    public static async Task DemandNewPasswordAsync(IServiceProvider services, string userName, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(ct);
        var person = await db.Users.SingleAsync(user => user.UserName == userName, ct);
        person.MustChangePassword = true;
        await db.SaveChangesAsync(ct);
    }

    private static async Task LoadPeopleAsync(IServiceProvider services, CancellationToken ct)
    {
        var ids = services.GetRequiredService<IdSequences>();
        var hash = new PasswordHasher<UserAccount>().HashPassword(new UserAccount(), Password);
        var names = DemoPeople.Everybody.Select(person => person.UserName)
            .Concat(DemoPeople.Departments.Select(department => department.Key))
            .Concat(DemoPeople.Roles.Keys);
        var id = new Dictionary<string, long>(StringComparer.Ordinal);

        foreach (var name in names)
        {
            id[name] = await ids.NextAsync(IdSequences.People, ct);
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(ct);

        db.Departments.AddRange(DemoPeople.Departments.Select(department => new DepartmentRow
        {
            Id = id[department.Key],
            Name = department.Name,
            ParentId = department.Parent is { } parent ? id[parent] : null,
            LeaderId = id[department.Leader],
            ApproverIds = [.. department.Approvers.Select(approver => id[approver])],
            CreatedAt = now,
            ChangedAt = now,
        }));
        db.Roles.AddRange(DemoPeople.Roles.Select(role => new RoleRow { Id = id[role.Key], Name = role.Value, CreatedAt = now, ChangedAt = now }));
        db.Users.AddRange(DemoPeople.Everybody.Select(person => new UserAccount
        {
            Id = id[person.UserName],
            UserName = person.UserName,
            NormalizedUserName = person.UserName.ToUpperInvariant(),
            Name = person.Name,
            Email = $"{person.UserName}@spruce.example",
            NormalizedEmail = $"{person.UserName}@spruce.example".ToUpperInvariant(),
            DepartmentId = id[person.Department],
            IsAdministrator = person.UserName == DemoPeople.Administrator,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            CreatedAt = now,
            ChangedAt = now,
        }));
        db.RoleMembers.AddRange(DemoPeople.Everybody.SelectMany(
            person => person.Roles, (person, role) => new RoleMemberRow { UserId = id[person.UserName], RoleId = id[role] }));

        await db.SaveChangesAsync(ct);
    }

    private static async Task LoadWorkflowsAsync(IServiceProvider services, CancellationToken ct)
    {
        var company = await services.GetRequiredService<CompanyStore>().GetAsync(ct);
        var useCases = services.GetRequiredService<UseCases>();

        await PublishAsync(LeaveWorkflow.Draw);
        var vpn = await PublishAsync(VpnWorkflow.Draw);
        await PublishAsync(PurchaseWorkflow.Draw);
        await PublishAsync(IncidentWorkflow.Draw);
        await PublishAsync(ReleaseWorkflow.Draw);
        await PublishAsync(sketch => OnboardingWorkflow.Draw(sketch, vpn));

        async Task<WorkflowId> PublishAsync(Func<WorkflowSketch, WorkflowDocument> draw)
        {
            var document = draw(await WorkflowSketch.StartAsync(services.GetRequiredService<IdSequences>(), company, ct));
            var published = await useCases.RunAsync(
                (PublishWorkflowHandler handler) => handler.HandleAsync(new PublishWorkflow(document, "Demo"), new Actor.Engine(), ct), ct);

            return published.Succeeded
                ? (await services.GetRequiredService<WorkflowStore>().VersionAsync(published.Value, ct)).Workflow
                : throw new InvalidOperationException($"The demo workflow {document.Name} cannot be published: {Explain(published.Refusal)}");
        }
    }

    private static string Explain(Refusal refusal) => string.Join(" ", refusal.Fields.Select(field => field.Message).Prepend(refusal.Message));
}
