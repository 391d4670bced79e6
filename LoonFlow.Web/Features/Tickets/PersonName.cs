using LoonFlow.Domain.Organization;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>A person as screens name them; one whom the company no longer knows keeps a number.</summary>
public sealed record PersonName(UserId Id, string Name, bool IsActive)
{
    public static PersonName Of(UserId id, Company company) =>
        company.User(id) is { } user ? new PersonName(id, user.Name, user.IsActive) : new PersonName(id, $"#{id.Value}", IsActive: false);
}
