using System.Globalization;
using System.Security.Claims;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Layout;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Account;

public sealed partial class ChangePasswordPage : ComponentBase
{
    private IReadOnlyList<FieldProblem> _problems = [];
    private string? _refusal;
    private bool _hasTokens;

    [SupplyParameterFromForm]
    public ChangePasswordForm? Form { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    public bool Changed { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [CascadingParameter]
    public required TimeZoneInfo Zone { get; set; }

    [Inject]
    public required SignInDesk Desk { get; init; }

    [Inject]
    public required SignInManager<UserAccount> Cookies { get; init; }

    [Inject]
    public required PersonalTokenQueries Tokens { get; init; }

    [Inject]
    public required IStringLocalizer<AccountTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private bool Forced => HttpContext.User.MustChange();

    private string Destination => LocalUrl.OrHome(ReturnUrl);

    private string PersonName => HttpContext.User.FindFirstValue(PersonClaims.Name) ?? string.Empty;

    protected override async Task OnInitializedAsync() =>
        _hasTokens = Changed && CurrentActor.IdOf(HttpContext.User) is { } person && await Tokens.HasGoodAsync(person, HttpContext.RequestAborted);

    private async Task ChangeAsync()
    {
        var form = Form ?? new ChangePasswordForm();
        _problems = [.. Problems(form)];

        if (_problems.Count > 0)
        {
            return;
        }

        var answer = await Desk.CheckAsync(HttpContext.User.Identity!.Name!, form.Current!, HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);

        switch (answer)
        {
            case PasswordAnswer.Right:
                await ReplaceAsync(form);
                break;
            case PasswordAnswer.LockedOut { Until: var until }:
                _refusal = Texts["LockedOut", SignInPage.TimeOfDay(until, Zone)];
                break;
            case PasswordAnswer.TooMany:
                HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                _refusal = Texts["TooMany"];
                break;
            default:
                _problems = [new FieldProblem("current", Texts["CurrentPassword"], Texts["CurrentWrong"])];
                break;
        }
    }

    private async Task ReplaceAsync(ChangePasswordForm form)
    {
        // Read only now: the check has counted, and perhaps upgraded the hash.
        var people = Cookies.UserManager;
        var account = await people.GetUserAsync(HttpContext.User) ?? throw new InvalidOperationException("The person was deleted meanwhile.");
        account.MustChangePassword = false;
        var result = await people.ChangePasswordAsync(account, form.Current!, form.New!);

        if (!result.Succeeded)
        {
            _problems = [.. result.Errors.Select(error => new FieldProblem("new", Texts["NewPassword"], Saying(error.Code)))];
            return;
        }

        // The change ended all sign-ins of this person; this one goes on.
        var wasForced = Forced;
        await Cookies.RefreshSignInAsync(account);
        Navigation.NavigateTo(wasForced ? Destination : AccountPaths.With(AccountPaths.Password, Destination) + "&changed=true");
    }

    private string Saying(string code) => code switch
    {
        PasswordPolicy.TooShort => Texts["PasswordTooShort", PasswordPolicy.MinLength],
        PasswordPolicy.TooLong => Texts["PasswordTooLong", PasswordCheck.MaxPasswordLength],
        PasswordPolicy.TooCommon => Texts["PasswordTooCommon"],
        _ => Texts["NotSaved"],
    };

    private IEnumerable<FieldProblem> Problems(ChangePasswordForm form)
    {
        if (string.IsNullOrEmpty(form.Current))
        {
            yield return new FieldProblem("current", Texts["CurrentPassword"], Texts["CurrentMissing"]);
        }

        if (string.IsNullOrEmpty(form.New))
        {
            yield return new FieldProblem("new", Texts["NewPassword"], Texts["NewMissing"]);
        }
        else if (form.New == form.Current)
        {
            yield return new FieldProblem("new", Texts["NewPassword"], Texts["SameAsBefore"]);
        }
        else if (form.New != form.Again)
        {
            yield return new FieldProblem("again", Texts["RepeatPassword"], Texts["NotTheSame"]);
        }
    }

    private string? ProblemAt(string field) => _problems.FirstOrDefault(problem => problem.FieldId == field)?.Message;
}
