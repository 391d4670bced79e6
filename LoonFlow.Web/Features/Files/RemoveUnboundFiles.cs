using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Files;

/// <summary>Forgets uploads that no accepted form named in time. Answers how many; there may be more when it took as many as it may at once.</summary>
public sealed record RemoveUnboundFiles
{
    public const int AtOnce = 100;

    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);
}

public sealed class RemoveUnboundFilesHandler(LoonFlowDb db, FileContents contents, TimeProvider clock)
{
    private const string Lock = "unbound files";

    public async Task<Result<int>> HandleAsync(CancellationToken ct)
    {
        // Instances take turns, so that none stumbles over what another one has just removed.
        await db.LockAsync(Lock, ct);
        var before = clock.GetUtcNow() - RemoveUnboundFiles.KeptFor;
        var files = await db.Files
            .Where(file => file.Ticket == null && file.UploadedAt < before)
            .OrderBy(file => file.UploadedAt)
            .Take(RemoveUnboundFiles.AtOnce)
            .ToListAsync(ct);

        // Content first: a crash in between leaves a row that is tried again, never bytes that nobody knows of.
        foreach (var file in files)
        {
            await contents.DeleteAsync(file.Id, ct);
        }

        db.Files.RemoveRange(files);

        return files.Count;
    }
}
