using LoonFlow.Web.Identity;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Api.Docs;

/// <summary>The API to read and to try: whoever is signed in tries it as themselves.</summary>
public sealed partial class ApiDocsPage : ComponentBase
{
    internal const string Address = "/api/docs";

    private bool _mayRead;
    private string? _token;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    public required IOptions<ApiOptions> Options { get; init; }

    [Inject]
    public required IAntiforgery Antiforgery { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<ApiTexts> Texts { get; init; }

    protected override void OnInitialized()
    {
        var isSignedIn = Context.User.Identity is { IsAuthenticated: true };
        _mayRead = isSignedIn || Options.Value.DocsForEverybody;

        if (!_mayRead)
        {
            Navigation.NavigateTo(AccountPaths.With(AccountPaths.SignIn, Address));
        }
        else if (isSignedIn)
        {
            _token = Antiforgery.GetAndStoreTokens(Context).RequestToken;
        }
    }
}
