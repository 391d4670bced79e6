using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Identity;

namespace LoonFlow.Tests.Features.Account;

public sealed partial class SignInTests(TestSite site) : IClassFixture<TestSite>
{
    private const string WrongAnswer = "User name and password do not match.";

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task The_right_password_opens_the_door()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();

        var answer = await visitor.SignInAsync(person.UserName);

        Assert.Equal("/", LocationOf(answer));
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task User_names_are_taken_in_any_case_and_with_spaces_around()
    {
        var person = await site.NewPersonAsync();

        var answer = await site.Visitor().SignInAsync($" {person.UserName!.ToUpperInvariant()} ");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Chinese_user_names_are_names_like_others()
    {
        var person = await site.NewPersonAsync(account => account.UserName = "林晓");
        var visitor = site.Visitor();

        await visitor.SignInAsync(person.UserName);
        var answer = await visitor.ChangePasswordAsync(TestSite.Password, "春眠不觉晓处处闻啼鸟");

        Assert.Contains("changed=true", LocationOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_turned_down_and_the_name_kept()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();

        var html = await HtmlOf(await visitor.SignInAsync(person.UserName, "wrong password"));

        Assert.Contains(WrongAnswer, html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{person.UserName}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong password", html, StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Nobody_learns_which_names_exist()
    {
        var known = await site.NewPersonAsync();
        var left = await site.NewPersonAsync(account => account.IsActive = false);
        var imported = await site.NewPersonAsync(account => account.PasswordHash = null);
        var engine = await site.NewPersonAsync(account => account.UserName = "LoonRobot");

        var expected = Anonymous(await HtmlOf(await site.Visitor().SignInAsync(known.UserName, "wrong password")), known.UserName!);

        foreach (var userName in (string[])["stranger", left.UserName!, imported.UserName!, engine.UserName!, new('x', 200)])
        {
            Assert.Equal(expected, Anonymous(await HtmlOf(await site.Visitor().SignInAsync(userName)), userName));
        }
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("!unusable")]
    [InlineData("")]
    [InlineData("cGFzc3dvcmQ=")]
    public async Task A_value_that_is_no_hash_opens_nothing(string value)
    {
        var person = await site.NewPersonAsync(account => account.PasswordHash = value);

        var html = await HtmlOf(await site.Visitor().SignInAsync(person.UserName, value.Length > 0 ? value : " "));

        Assert.Contains(WrongAnswer, html, StringComparison.Ordinal);
        Assert.Contains("Ask your administrator", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_fields_are_named_all_at_once()
    {
        var html = await HtmlOf(await site.Visitor().SignInAsync(" ", string.Empty));

        Assert.Contains("Enter your user name.", html, StringComparison.Ordinal);
        Assert.Contains("Enter your password.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_failures_lock_a_name_for_ten_minutes_whether_it_exists_or_not(bool exists)
    {
        var userName = exists ? (await site.NewPersonAsync()).UserName! : "nobody at all";

        for (var failure = 1; failure <= 4; failure++)
        {
            Assert.Contains(WrongAnswer, await HtmlOf(await site.Visitor().SignInAsync(userName, "wrong password")), StringComparison.Ordinal);
        }

        var fifth = await HtmlOf(await site.Visitor().SignInAsync(userName, "wrong password"));
        var right = await HtmlOf(await site.Visitor().SignInAsync(userName));
        site.Clock.Advance(Lockout);
        var afterwards = await site.Visitor().SignInAsync(userName);

        Assert.Contains("You can try again at", fifth, StringComparison.Ordinal);
        Assert.Equal(Anonymous(fifth, userName), Anonymous(right, userName));
        Assert.Equal(exists ? HttpStatusCode.Redirect : HttpStatusCode.OK, afterwards.StatusCode);
    }

    [Fact]
    public async Task The_end_of_the_lock_is_told_in_the_readers_zone()
    {
        var visitor = site.Visitor();
        var until = TimeZoneInfo.ConvertTime(site.Clock.GetUtcNow() + Lockout + TimeSpan.FromMinutes(1), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var html = string.Empty;

        for (var failure = 1; failure <= 5; failure++)
        {
            html = await HtmlOf(await visitor.SignInAsync("somebody in Shanghai"));
        }

        Assert.Contains($"at {until:HH:mm}.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        var person = await site.NewPersonAsync();

        for (var round = 1; round <= 2; round++)
        {
            for (var failure = 1; failure <= 4; failure++)
            {
                await site.Visitor().SignInAsync(person.UserName, "wrong password");
            }

            Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().SignInAsync(person.UserName)).StatusCode);
        }
    }

    [Fact]
    public async Task Guesses_sent_side_by_side_do_not_slip_past_the_limit()
    {
        var person = await site.NewPersonAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(async guess =>
            await HtmlOf(await site.Visitor().SignInAsync(person.UserName, $"guess number {guess}"))));

        Assert.InRange(answers.Count(html => html.Contains(WrongAnswer, StringComparison.Ordinal)), 0, 4);
        Assert.NotNull((await site.ReadAsync(person)).LockoutEnd);
    }

    [Fact]
    public async Task An_imported_django_hash_is_replaced_at_the_first_sign_in()
    {
        var hash = Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(TestSite.Password, Encoding.UTF8.GetBytes("salt"), 1000, HashAlgorithmName.SHA256, 32));
        var person = await site.NewPersonAsync(account => account.PasswordHash = $"pbkdf2_sha256$1000$salt${hash}");

        var first = await site.Visitor().SignInAsync(person.UserName);
        var upgraded = (await site.ReadAsync(person)).PasswordHash!;
        var second = await site.Visitor().SignInAsync(person.UserName);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.False(DjangoPasswordHash.IsDjangoHash(upgraded));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
    }

    [Fact]
    public async Task A_deep_link_survives_the_sign_in()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();

        var challenge = LocationOf(await visitor.GetAsync("/tickets/7?tab=history"));
        var answer = await visitor.SignInAsync(person.UserName, returnUrl: "/tickets/7?tab=history#entry-3");

        Assert.Equal("/account/sign-in?returnUrl=%2Ftickets%2F7%3Ftab%3Dhistory", challenge);
        Assert.Equal("/tickets/7?tab=history#entry-3", LocationOf(answer));
    }

    [Theory]
    [InlineData("https://evil.example/inbox")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("inbox")]
    public async Task The_sign_in_leads_nowhere_else(string returnUrl)
    {
        var person = await site.NewPersonAsync();

        var answer = await site.Visitor().SignInAsync(person.UserName, returnUrl: returnUrl);

        Assert.Equal("/", LocationOf(answer));
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_led_on_from_the_sign_in_page()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();
        await visitor.SignInAsync(person.UserName);

        Assert.Equal("/inbox", LocationOf(await visitor.GetAsync("/account/sign-in?returnUrl=/inbox")));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        var person = await site.NewPersonAsync();

        var cookie = CookieOf(await site.Visitor().SignInAsync(person.UserName));
        var kept = CookieOf(await site.Visitor().SignInAsync(person.UserName, keep: true));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"expires={site.Clock.GetUtcNow().AddDays(14):R}", kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();
        var form = new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Form.UserName"] = person.UserName!,
            ["Form.Password"] = TestSite.Password,
        };

        var answer = await visitor.PostAsync("/account/sign-in?returnUrl=%2Finbox", form);

        Assert.Equal("/account/sign-in?returnUrl=%2Finbox&note=again", LocationOf(answer));
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task No_password_is_logged()
    {
        var person = await site.NewPersonAsync();

        await site.Visitor().SignInAsync(person.UserName);
        await site.Visitor().SignInAsync(person.UserName, "a wrong secret");
        await site.Visitor().SignInAsync("a secret in the wrong field");

        Assert.Contains(site.Log.Lines, line => line.Contains($"Person {person.Id} signed in", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains(TestSite.Password, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("secret", StringComparison.OrdinalIgnoreCase));
    }

    internal static string LocationOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var location = answer.Headers.Location!.OriginalString;

        return location.StartsWith("http://localhost/", StringComparison.Ordinal) ? location["http://localhost".Length..] : location;
    }

    internal static async Task<string> HtmlOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("loonflow=", StringComparison.Ordinal));

    // What two answers may differ in: tokens, ids made up for the page, and what was typed.
    private static string Anonymous(string html, string userName) => Random().Replace(html, "…").Replace($"value=\"{userName}\"", "value=\"…\"", StringComparison.Ordinal);

    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+|[0-9a-f]{32}")]
    private static partial Regex Random();
}
