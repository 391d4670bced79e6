using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Files;

/// <summary>Keeps the bytes of uploaded files; who may see them is decided elsewhere.</summary>
public interface IFileStore
{
    /// <summary>Takes the content and tells its size; null when it is longer than the limit, and then nothing is kept.</summary>
    Task<long?> SaveAsync(FileId id, Stream content, long limit, CancellationToken ct);

    /// <summary>The content; null when it is not here.</summary>
    Task<Stream?> OpenAsync(FileId id, CancellationToken ct);

    /// <summary>Forgets a file; one that is not here is no error.</summary>
    Task DeleteAsync(FileId id, CancellationToken ct);
}
