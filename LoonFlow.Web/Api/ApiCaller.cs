using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Api;

/// <summary>Who calls, once it is proven: an application, a person, or an application for a person.</summary>
public sealed record ApiCaller
{
    /// <summary>The application that calls; null for a person's own token or browser.</summary>
    public Application? Application { get; init; }

    /// <summary>For whom it acts; null when an application names nobody.</summary>
    public Actor.Person? Person { get; init; }

    /// <summary>What the personal token was made for; null without one.</summary>
    public TokenScopes? Scopes { get; init; }

    /// <summary>Whether it is a signed-in browser, whose changes must prove that its person wants them.</summary>
    public bool IsBrowser { get; init; }

    /// <summary>Who reads: the person, or the application where it names none.</summary>
    public Actor Reader => Person ?? (Actor)new Actor.Caller(Application!.Reach);

    /// <summary>Names the caller for keys of requests: nobody finds another's.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Application?.Id.Value ?? 0}:{Person?.Id.Value ?? 0}");

    /// <summary>Why the caller may not ask for this at all, whoever it speaks for; null when it may.</summary>
    public Refusal? WhyNot(ApiGrant grant, bool isChange) =>
        Application is { } application && !application.Grants.HasFlag(grant) ? ApplicationRefusals.GrantMissing
        : Scopes is { } scopes && !scopes.HasFlag(ScopeOf(grant, isChange)) ? ApiRefusals.ScopeMissing
        : null;

    private static TokenScopes ScopeOf(ApiGrant grant, bool isChange) =>
        !isChange ? TokenScopes.Read : grant is ApiGrant.Run ? TokenScopes.Write : TokenScopes.Configure;
}
