using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Features.Settings;

/// <summary>Settings of the installation are for its administrators, as the company knows them at the moment of asking.</summary>
public sealed class SettingsAccess(CompanyStore companies)
{
    /// <summary>Why this actor may not; null when they may.</summary>
    public async Task<Refusal?> WhyNotAsync(Actor actor, CancellationToken ct) =>
        actor is Actor.Person person && Actor.Of(person.Id, await companies.GetAsync(ct)) is { IsAdministrator: true }
            ? null
            : SettingsRefusals.AdministratorsOnly;
}
