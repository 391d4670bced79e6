using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Hooks;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Hooks;

public sealed class SecretStoreTests : IAsyncLifetime
{
    private static readonly SecretOwner Owner = SecretOwner.Of(new WorkflowId(1));
    private static readonly SecretOwner Other = SecretOwner.Of(new WorkflowId(2));

    private TestApp _app = null!;

    private SecretStore Secrets => _app.Get<SecretStore>();

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_secret_is_found_by_its_owner_only()
    {
        await SetAsync("first");
        await SetAsync("second");

        Assert.Equal("second", await Secrets.FindAsync(Owner, "token", CancellationToken.None));
        Assert.Null(await Secrets.FindAsync(Other, "token", CancellationToken.None));
        Assert.Equal(["token"], await Secrets.NamesAsync(Owner, CancellationToken.None));
        Assert.Empty(await Secrets.NamesAsync(Other, CancellationToken.None));
    }

    [Fact]
    public async Task A_secret_is_not_readable_in_the_database_nor_under_another_owner()
    {
        await SetAsync("s3cret");
        await using var db = await _app.DbAsync();

        Assert.DoesNotContain("s3cret", (await db.Secrets.SingleAsync()).Protected, StringComparison.Ordinal);

        await db.Secrets.ExecuteUpdateAsync(row => row.SetProperty(secret => secret.Owner, Other.Key));
        Assert.Null(await Secrets.FindAsync(Other, "token", CancellationToken.None));
    }

    [Fact]
    public async Task A_removed_secret_is_gone()
    {
        await SetAsync("s3cret");
        await using var db = await _app.DbAsync();

        await Secrets.RemoveAsync(db, Owner, "token", CancellationToken.None);
        await db.SaveChangesAsync();

        Assert.Null(await Secrets.FindAsync(Owner, "token", CancellationToken.None));
    }

    private async Task SetAsync(string value)
    {
        await using var db = await _app.DbAsync();
        await Secrets.SetAsync(db, Owner, "token", value, CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
