using System.Globalization;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Layout;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Account;

public sealed partial class SignInPage : ComponentBase
{
    private IReadOnlyList<FieldProblem> _missing = [];
    private string? _problem;
    private string? _note;

    [SupplyParameterFromForm]
    public SignInForm? Form { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    public string? Note { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [CascadingParameter]
    public required TimeZoneInfo Zone { get; set; }

    [Inject]
    public required SignInDesk Desk { get; init; }

    [Inject]
    public required Standings Standings { get; init; }

    [Inject]
    public required SignInManager<UserAccount> Cookies { get; init; }

    [Inject]
    public required IDemoSignIns Demo { get; init; }

    [Inject]
    public required IStringLocalizer<AccountTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Destination => LocalUrl.OrHome(ReturnUrl);

    // Rounded up to the minute: whoever comes back then finds the door open.
    internal static string TimeOfDay(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment.AddMinutes(1), zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    protected override async Task OnInitializedAsync()
    {
        _note = Note switch
        {
            SignInNotes.SignedOut => Texts["SignedOut"].Value,
            SignInNotes.Ended => Texts["Ended"],
            SignInNotes.Again => Texts["Again"],
            _ => null,
        };

        if (HttpMethods.IsGet(HttpContext.Request.Method) && HttpContext.User.Identity is { IsAuthenticated: true })
        {
            await LeadOnAsync();
        }
    }

    // An open screen whose sign-in no longer stands leads here while its cookie may still be believed.
    private async Task LeadOnAsync()
    {
        var standing = await Standings.OfAsync(HttpContext.User, HttpContext.RequestAborted);

        if (standing is Standing.Over)
        {
            await Cookies.SignOutAsync();
            Navigation.NavigateTo(AccountPaths.With(AccountPaths.SignIn, Destination) + $"&note={SignInNotes.Ended}");
            return;
        }

        if (standing is Standing.Outdated && await Cookies.UserManager.GetUserAsync(HttpContext.User) is { } account)
        {
            await Cookies.RefreshSignInAsync(account);
        }

        Navigation.NavigateTo(Destination);
    }

    private async Task SignInAsync()
    {
        var form = Form ?? new SignInForm();
        var demo = Demo.SignIns.FirstOrDefault(person => person.UserName == form.As);
        var userName = demo?.UserName ?? form.UserName;
        var password = demo?.Password ?? form.Password;
        _note = null;
        _missing = [.. Missing(userName, password)];

        if (_missing.Count > 0)
        {
            return;
        }

        var answer = await Desk.SignInAsync(userName!, password!, form.Keep, HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);

        switch (answer)
        {
            case PasswordAnswer.Right { Account.MustChangePassword: true }:
                Navigation.NavigateTo(AccountPaths.With(AccountPaths.Password, Destination));
                return;
            case PasswordAnswer.Right:
                Navigation.NavigateTo(Destination);
                return;
            case PasswordAnswer.LockedOut { Until: var until }:
                _problem = Texts["LockedOut", TimeOfDay(until, Zone)];
                break;
            case PasswordAnswer.TooMany:
                HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                _problem = Texts["TooMany"];
                break;
            case var _ when demo is not null:
                _problem = Texts["DemoWrong", demo.UserName];
                break;
            default:
                _problem = Texts["Wrong"];
                break;
        }
    }

    private IEnumerable<FieldProblem> Missing(string? userName, string? password)
    {
        if (string.IsNullOrWhiteSpace(userName))
        {
            yield return new FieldProblem("user-name", Texts["UserName"], Texts["UserNameMissing"]);
        }

        if (string.IsNullOrEmpty(password))
        {
            yield return new FieldProblem("password", Texts["Password"], Texts["PasswordMissing"]);
        }
    }

    private string? MissingAt(string field) => _missing.FirstOrDefault(problem => problem.FieldId == field)?.Message;
}
