using LoonFlow.Domain.Forms;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Files;

/// <summary>Keeps files in the database: one backup holds all, and a file is written in the commit that says so.</summary>
internal sealed class DatabaseFileStore(LoonFlowDb db) : IFileStore
{
    public async Task<long?> SaveAsync(FileId id, Stream content, long limit, CancellationToken ct)
    {
        using var bytes = new MemoryStream();

        if (!await LimitedCopy.CopyAsync(content, bytes, limit, ct))
        {
            return null;
        }

        db.FileContents.Add(new StoredFileContent { Id = id, Bytes = bytes.ToArray() });

        return bytes.Length;
    }

    public async Task<Stream?> OpenAsync(FileId id, CancellationToken ct) =>
        await db.FileContents.AsNoTracking().Where(content => content.Id == id).Select(content => content.Bytes).SingleOrDefaultAsync(ct) is { } bytes
            ? new MemoryStream(bytes, writable: false)
            : null;

    // The row of a file takes its content with it.
    public Task DeleteAsync(FileId id, CancellationToken ct) => Task.CompletedTask;
}
