using LoonFlow.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import.People;

/// <summary>Who is meant by a user name, here or in the dump; capital letters make no difference.</summary>
internal sealed class UserNames
{
    /// <summary>The user as whom loonflow itself acts.</summary>
    public const string Engine = "loonrobot";

    private static readonly UpperInvariantLookupNormalizer Normalizer = new();

    private readonly Dictionary<string, long> _ids;

    private UserNames(Dictionary<string, long> ids) => _ids = ids;

    public static async Task<UserNames> LoadAsync(LoonFlowDb db, CancellationToken ct) => new(
        await db.Users.Select(user => new { user.NormalizedUserName, user.Id }).ToDictionaryAsync(user => user.NormalizedUserName!, user => user.Id, ct));

    public static string Normalized(string userName) => Normalizer.NormalizeName(userName.Trim());

    public static bool IsEngine(string userName) => Normalized(userName) == Normalized(Engine);

    public long? Find(string userName) => _ids.TryGetValue(Normalized(userName), out var id) ? id : null;

    public void Add(string userName, long id) => _ids.Add(Normalized(userName), id);
}
