using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Json;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets.Drafts;

/// <summary>A draft as it was kept.</summary>
public sealed record KeptDraft(DraftContent Content, DateTimeOffset ChangedAt);

public sealed class FormDraftQueries(IDbContextFactory<LoonFlowDb> databases, ILogger<FormDraftQueries> log)
{
    /// <summary>What this person typed into this form and did not send; null when nothing.</summary>
    public async Task<KeptDraft?> FindAsync(string form, Actor.Person person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.UserId == person.Id.Value && draft.Form == form, ct);

        try
        {
            return row is null ? null : new KeptDraft(DomainJson.Read<DraftContent>(row.Content), row.ChangedAt);
        }
        catch (JsonException exception)
        {
            // Written by another version of the program: an empty form serves its reader better than none.
            log.LogWarning(exception, "The draft {Form} of user {User} cannot be read.", form, person.Id.Value);
            return null;
        }
    }
}
