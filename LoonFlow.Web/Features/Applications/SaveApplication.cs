using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Changes an application, or adds one when its id is 0.</summary>
/// <param name="Application">As it should be.</param>
/// <param name="Seen">The revision that the change began with; null does not ask.</param>
/// <param name="WithSecret">Whether to make a signing secret for a new one.</param>
public sealed record SaveApplication(Application Application, int? Seen = null, bool WithSecret = false);

/// <summary>An application as it was kept, and the secret that was made for it.</summary>
public sealed record SavedApplication(ApplicationId Id, NewSecret? Secret);

public sealed class SaveApplicationHandler(
    LoonFlowDb db, SettingsAccess access, ApplicationSecrets secrets, CompanyStore companies, WorkflowStore workflows, IdSequences ids, TimeProvider clock)
{
    /// <summary>Administrators take turns, so that of two at once the second is told what the first did.</summary>
    internal const string Lock = "applications";

    public async Task<Result<SavedApplication>> HandleAsync(SaveApplication command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        await db.LockAsync(Lock, ct);
        var isNew = command.Application.Id == default;
        var row = isNew ? null : await db.Applications.SingleOrDefaultAsync(one => one.Id == command.Application.Id, ct);

        if (row is null && !isNew)
        {
            return ApplicationSettingRefusals.Unknown;
        }

        if (row is not null && command.Seen is { } seen && seen != row.Revision)
        {
            return ApplicationSettingRefusals.ChangedMeanwhile;
        }

        var others = await db.Applications.Where(one => one.Id != command.Application.Id).Select(one => one.Name).ToListAsync(ct);
        var problems = ApplicationRules.Problems(command.Application, others, await companies.GetAsync(ct), [.. (await workflows.CatalogueAsync(ct)).Keys]);

        if (problems is not [])
        {
            return ApplicationSettingRefusals.NotValid with { Fields = problems };
        }

        var now = clock.GetUtcNow();
        var application = isNew ? command.Application with { Id = new ApplicationId(await ids.NextAsync(IdSequences.Applications, ct)) } : command.Application;

        if (row is null)
        {
            row = new ApplicationRow
            {
                Id = application.Id,
                Name = application.Name,
                Content = application,
                CreatedAt = now,
                ChangedAt = now,
                CreatedBy = (actor as Actor.Person)?.Id.Value,
            };
            db.Applications.Add(row);
        }

        row.Name = application.Name;
        row.Content = application;
        row.ChangedAt = now;
        row.Revision++;

        return new SavedApplication(application.Id, isNew && command.WithSecret ? AddSecret(application.Id) : null);
    }

    private NewSecret AddSecret(ApplicationId application)
    {
        var text = ApplicationSecrets.New();
        db.ApplicationSecrets.Add(secrets.Row(application, text, isForSigning: true));

        return new NewSecret { Text = text };
    }
}
