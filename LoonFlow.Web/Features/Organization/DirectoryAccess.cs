using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Settings;

namespace LoonFlow.Web.Features.Organization;

/// <summary>The directory is read and changed by those who administer the installation.</summary>
internal static class DirectoryAccess
{
    /// <summary>Why this actor may not; null when they may.</summary>
    public static Refusal? WhyNot(Actor? actor) => actor is Actor.Person { IsAdministrator: true } ? null : SettingsRefusals.AdministratorsOnly;

    /// <summary>The same for the actor as the company knows them now.</summary>
    public static Refusal? WhyNot(Actor actor, Company company) => WhyNot(actor is Actor.Person person ? Actor.Of(person.Id, company) : actor);
}
