using LoonFlow.Domain.Forms;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Files;

/// <summary>Keeps files in the data folder, under their ids: no name that somebody chose ever becomes a path.</summary>
internal sealed class FolderFileStore(DataFolder folder) : IFileStore
{
    public async Task<long?> SaveAsync(FileId id, Stream content, long limit, CancellationToken ct)
    {
        var path = PathOf(id);
        var part = path + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                if (!await LimitedCopy.CopyAsync(content, file, limit, ct))
                {
                    return null;
                }

                // The row that names this file is committed next, and must not outlive it.
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path);

            return new FileInfo(path).Length;
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<Stream?> OpenAsync(FileId id, CancellationToken ct) => Task.FromResult<Stream?>(
        File.Exists(PathOf(id)) ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 81_920, useAsync: true) : null);

    public Task DeleteAsync(FileId id, CancellationToken ct)
    {
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }

        return Task.CompletedTask;
    }

    // The first digits of these ids are the time; the last ones spread evenly.
    private string PathOf(FileId id)
    {
        var name = id.Value.ToString("N");

        return Path.Combine(folder.Files, name[^2..], name);
    }
}
