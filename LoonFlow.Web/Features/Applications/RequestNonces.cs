using LoonFlow.Domain.Access;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Remembers the nonces of signed requests, over all instances, so that none is accepted twice.</summary>
public sealed class RequestNonces(IDbContextFactory<LoonFlowDb> databases, TimeProvider clock)
{
    public static bool IsWellFormed(string nonce) =>
        nonce.Length is > 0 and <= RequestNonceRow.MaxNonceLength && nonce.All(letter => letter is > ' ' and <= '~');

    /// <summary>Keeps the nonce; false when it was there already.</summary>
    public async Task<bool> IsNewAsync(ApplicationId application, string nonce, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.AddNonceAsync(new RequestNonceRow { Application = application, Nonce = nonce, At = clock.GetUtcNow() }, ct);
    }
}
