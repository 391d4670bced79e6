using LoonFlow.Domain.Forms;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Files;

/// <summary>The store that the setting names for new files; older ones are found in the other, should the setting have changed.</summary>
public sealed class FileContents
{
    private readonly IReadOnlyList<IFileStore> _stores;

    public FileContents([FromKeyedServices(FileStoreKind.Database)] IFileStore database, [FromKeyedServices(FileStoreKind.Folder)] IFileStore folder, IOptions<FilesOptions> options) =>
        _stores = options.Value.Store is FileStoreKind.Folder ? [folder, database] : [database, folder];

    public Task<long?> SaveAsync(FileId id, Stream content, long limit, CancellationToken ct) => _stores[0].SaveAsync(id, content, limit, ct);

    public async Task<Stream?> OpenAsync(FileId id, CancellationToken ct) =>
        await _stores[0].OpenAsync(id, ct) ?? await _stores[1].OpenAsync(id, ct);

    public async Task DeleteAsync(FileId id, CancellationToken ct)
    {
        foreach (var store in _stores)
        {
            await store.DeleteAsync(id, ct);
        }
    }
}
