using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Import.People;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>
/// Those whom histories name. loonflow asked nobody whether a user name exists, and its deleted people stay in its histories:
/// they get accounts that nobody can sign in with, so that it goes on being said who it was.
/// </summary>
internal sealed class HistoryPeople(UserNames names, SourceRows source, IdSequences sequences)
{
    /// <summary>Stands for whoever is not named at all.</summary>
    private const string Nobody = "unknown";

    private readonly Lazy<IReadOnlyDictionary<string, SourceRow>> _deleted = new(() => source.Deleted(SourceTable.People)
        .GroupBy(row => UserNames.Normalized(row.Whole("username")), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal));

    /// <summary>The name under which somebody is known here.</summary>
    public static string Name(string written) =>
        SourceText.Cut(written.Trim(), User.MaxUserNameLength) is { Length: > 0 } name && !UserNames.IsEngine(name) ? name : Nobody;

    /// <summary>Whoever is named; they were made sure of before.</summary>
    public UserId Find(string written) => new(names.Find(Name(written))!.Value);

    /// <summary>Whoever is named and is here; null for others, who are not added.</summary>
    public UserId? FindKnown(string written) => names.Find(written) is { } id ? new UserId(id) : null;

    /// <summary>Adds those who are missing.</summary>
    public async Task AddMissingAsync(LoonFlowDb db, IEnumerable<(string Name, SourceRow Row)> named, CancellationToken ct)
    {
        foreach (var (written, row) in named)
        {
            var name = Name(written);

            if (names.Find(name) is null)
            {
                var id = await sequences.NextAsync(IdSequences.People, ct);
                names.Add(name, id);
                db.Users.Add(Account(name, id));
                row.Note(
                    written.Trim().Length == 0 || UserNames.IsEngine(written) ? "it does not say which person it is of" : $"it is of “{name}”, who is unknown or deleted in loonflow",
                    $"“{name}” was added, inactive, so that it can be said who it was");
            }
        }
    }

    private UserAccount Account(string name, long id)
    {
        var deleted = _deleted.Value.GetValueOrDefault(UserNames.Normalized(name));
        var alias = SourceText.Cut(deleted?.Whole("alias").Trim() ?? string.Empty, User.MaxNameLength);

        return new UserAccount
        {
            Id = id,
            UserName = name,
            NormalizedUserName = UserNames.Normalized(name),
            Name = alias.Length > 0 ? alias : name,
            Email = string.Empty,
            NormalizedEmail = string.Empty,
            PhoneNumber = string.Empty,
            IsActive = false,
            LockoutEnabled = true,
        };
    }
}
