using System.Security.Cryptography;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Hooks;

/// <summary>
/// Tokens and passwords by name. Encrypted at rest, given to what signs with them, and to nobody else: no page and no
/// log shows one.
/// </summary>
public sealed class SecretStore(IDbContextFactory<LoonFlowDb> databases, IDataProtectionProvider protection, TimeProvider clock, ILogger<SecretStore> log)
{
    /// <summary>The value, to sign with; null when there is none of this name.</summary>
    public async Task<string?> FindAsync(SecretOwner owner, string name, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var secret = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(row => row.Owner == owner.Key && row.Name == name, ct);

        try
        {
            return secret is null ? null : ProtectorOf(owner).Unprotect(secret.Protected);
        }
        catch (CryptographicException)
        {
            // The installation's keys are others than those it was encrypted with: it has to be entered anew.
            log.LogError("The secret {Name} of {Owner} cannot be decrypted with the keys of this installation; enter it anew", name, owner.Key);

            return null;
        }
    }

    /// <summary>The names of an owner's secrets.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(SecretOwner owner, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.Secrets.AsNoTracking().Where(row => row.Owner == owner.Key).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(ct);
    }

    /// <summary>Sets a secret as part of a use case's commit.</summary>
    public async Task SetAsync(LoonFlowDb db, SecretOwner owner, string name, string value, CancellationToken ct)
    {
        var encrypted = ProtectorOf(owner).Protect(value);

        if (await db.Secrets.SingleOrDefaultAsync(row => row.Owner == owner.Key && row.Name == name, ct) is { } known)
        {
            known.Protected = encrypted;
            known.ChangedAt = clock.GetUtcNow();
        }
        else
        {
            db.Secrets.Add(new StoredSecret { Owner = owner.Key, Name = name, Protected = encrypted, ChangedAt = clock.GetUtcNow() });
        }
    }

    /// <summary>Removes a secret as part of a use case's commit; does nothing when there is none.</summary>
    public async Task RemoveAsync(LoonFlowDb db, SecretOwner owner, string name, CancellationToken ct)
    {
        if (await db.Secrets.SingleOrDefaultAsync(row => row.Owner == owner.Key && row.Name == name, ct) is { } known)
        {
            db.Secrets.Remove(known);
        }
    }

    private IDataProtector ProtectorOf(SecretOwner owner) => protection.CreateProtector("LoonFlow.Secrets", owner.Key);
}
