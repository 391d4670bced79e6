using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Identity;

/// <summary>One button of the sign-in page of a demo.</summary>
/// <param name="UserName">As whom.</param>
/// <param name="Password">Known to everybody, which is why a demo holds nothing real.</param>
/// <param name="Person">The name to read.</param>
/// <param name="Role">What this person shows: "employee", "team leader", "administrator".</param>
public sealed record DemoSignIn(string UserName, string Password, string Person, Caption Role);
