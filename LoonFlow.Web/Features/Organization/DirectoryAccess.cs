using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Settings;

namespace LoonFlow.Web.Features.Organization;

/// <summary>The directory is in the hands of those who administer the installation, and of applications that were given it.</summary>
internal static class DirectoryAccess
{
    /// <summary>Why this actor may not look after the directory; null when they may.</summary>
    public static Refusal? WhyNot(Actor? actor) =>
        actor?.Application is { } reach ? WhyNot(reach)
        : actor is Actor.Person { IsAdministrator: true } ? null
        : SettingsRefusals.AdministratorsOnly;

    /// <summary>The same for the actor as the company knows them now.</summary>
    public static Refusal? WhyNot(Actor actor, Company company) => WhyNot(actor.AsKnownBy(company));

    /// <summary>Why this actor may not read the names in it, which everybody meets on the screens; null when they may.</summary>
    public static Refusal? WhyNotRead(Actor actor, Company company) =>
        actor.Application is { } reach ? WhyNot(reach)
        : actor.AsKnownBy(company) is Actor.Person ? null
        : SettingsRefusals.AdministratorsOnly;

    private static Refusal? WhyNot(ApplicationReach reach) => reach.Grants.HasFlag(ApiGrant.Directory) ? null : ApplicationRefusals.GrantMissing;
}
