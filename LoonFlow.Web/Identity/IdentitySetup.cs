using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Identity;

// After AddLayout: an open screen asks the last registered AuthenticationStateProvider.
internal static class IdentitySetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        AddAccounts(services);
        AddCookies(services);
        AddKeys(services);

        services.AddOptions<SignInOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StrangerLockouts>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<Standings>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SignInDesk>();
        services.AddSingleton<DemoSignIns>();
        services.AddSingleton<IDemoSignIns>(provider => provider.GetRequiredService<DemoSignIns>());

        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();

        return services;
    }

    /// <summary>Comes after the pages about errors and before everything else that answers.</summary>
    public static WebApplication UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(ForcedPasswordChange.LeadAsync);
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(OutdatedForms.RenewAsync);
        SignOutEndpoint.Map(app);

        return app;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddScoped<IPasswordHasher<UserAccount>, UpgradingPasswordHasher<UserAccount>>();
        services.AddScoped<IUserClaimsPrincipalFactory<UserAccount>, PersonPrincipals>();

        services.AddIdentityCore<UserAccount>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);

                // User names may be Chinese. What a password must be is PasswordPolicy's to say.
                options.User.AllowedUserNameCharacters = string.Empty;
                options.Password.RequiredLength = 1;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<LoonFlowDb>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordPolicy>()
            .AddUserValidator<ReservedUserNames>();

        services.AddScoped<ISecurityStampValidator, ActivePeopleOnly>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "loonflow";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.SlidingExpiration = true;
            options.LoginPath = AccountPaths.SignIn;
            options.AccessDeniedPath = AccountPaths.NotAllowed;
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnRedirectToLogin = context => LeadOrSay(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => LeadOrSay(context, StatusCodes.Status403Forbidden);
        });

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "loonflow-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    private static Task LeadOrSay(RedirectContext<CookieAuthenticationOptions> context, int statusCode)
    {
        if (context.Request.IsForPage())
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = statusCode;
        }

        return Task.CompletedTask;
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("LoonFlow");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<LoonFlowDb>>(
            (options, databases) => options.XmlRepository = new DatabaseKeyRing(databases));
    }
}
