using System.Text;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Files;

namespace LoonFlow.Tests.Features.Files;

public sealed class FolderFileStoreTests : IDisposable
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("loonflow-files-").FullName);
    private readonly FileId _id = new(Guid.CreateVersion7());
    private readonly FolderFileStore _store;

    public FolderFileStoreTests() => _store = new FolderFileStore(_folder);

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);

    [Fact]
    public async Task What_was_saved_is_read_back()
    {
        var size = await _store.SaveAsync(_id, Content("hello"), 100, default);

        await using var content = await _store.OpenAsync(_id, default);
        Assert.Equal(5, size);
        Assert.Equal("hello", await new StreamReader(content!).ReadToEndAsync());
    }

    [Fact]
    public async Task Too_much_leaves_nothing_behind()
    {
        var size = await _store.SaveAsync(_id, Content("hello"), 4, default);

        Assert.Null(size);
        Assert.Empty(Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        var broken = new ChunkedStreamThatBreaks();

        await Assert.ThrowsAsync<IOException>(() => _store.SaveAsync(_id, broken, 100, default));

        Assert.Empty(Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_deleting_again_is_no_error()
    {
        await _store.SaveAsync(_id, Content("hello"), 100, default);

        await _store.DeleteAsync(_id, default);
        await _store.DeleteAsync(_id, default);

        Assert.Null(await _store.OpenAsync(_id, default));
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class ChunkedStreamThatBreaks : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection broke.");
    }
}
