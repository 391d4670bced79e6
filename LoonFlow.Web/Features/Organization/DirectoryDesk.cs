using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>What every change of the directory begins with: one at a time, decided on the company as it is then.</summary>
public sealed class DirectoryDesk(LoonFlowDb db, CompanyStore companies, IdSequences ids, TimeProvider clock)
{
    private const string Lock = "directory";

    /// <summary>
    /// The company, which nobody else changes until this has committed; or why the actor may not. Two administrators who
    /// take each other out at once would otherwise both succeed.
    /// </summary>
    public async Task<Result<Company>> OpenAsync(Actor actor, CancellationToken ct)
    {
        if (DirectoryAccess.WhyNot(actor) is { } refusal)
        {
            return refusal;
        }

        await db.LockAsync(Lock, ct);
        var company = await companies.SeenByAsync(db, ct);

        return DirectoryAccess.WhyNot(actor, company) is { } now ? now : company;
    }

    /// <summary>An id for somebody or something new. Asked for before the desk is opened: it may need a connection of its own.</summary>
    public ValueTask<long> NewIdAsync(CancellationToken ct) => ids.NextAsync(IdSequences.People, ct);

    /// <summary>Notes who adds or changes a row, and when.</summary>
    public void Sign(IDirectoryRow row, Actor actor)
    {
        var now = clock.GetUtcNow();
        row.ChangedAt = now;

        if (db.Entry(row).State is EntityState.Added)
        {
            row.CreatedAt = now;
            row.CreatedBy = (actor as Actor.Person)?.Id.Value;
        }
    }
}
