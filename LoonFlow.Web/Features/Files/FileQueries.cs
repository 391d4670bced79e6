using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Files;

/// <summary>Files that somebody may see: those of tickets that they may see, and their own uploads.</summary>
public sealed class FileQueries(IDbContextFactory<LoonFlowDb> databases, WorkflowStore workflows)
{
    /// <summary>The file; null when there is none or it is not for this person, which looks the same from outside.</summary>
    public async Task<StoredFile?> FindAsync(FileId id, Actor.Person person, CancellationToken ct)
    {
        var catalogue = await workflows.CatalogueAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var visible = db.VisibleTo(person, catalogue.Values).Select(ticket => ticket.Id);

        return await db.Files.AsNoTracking()
            .Where(file => file.Id == id)
            .Where(file => file.Ticket == null ? file.UploadedBy == person.Id.Value : visible.Contains(file.Ticket.Value))
            .SingleOrDefaultAsync(ct);
    }
}
