using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Applications.Edit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Applications;

public sealed class ApplicationPageTests : ApplicationScreenTest
{
    [Fact]
    public async Task A_new_one_is_added_and_its_secret_is_shown_this_once()
    {
        await OpenAsync();
        var page = Render<ApplicationPage>();
        page.WaitForElement("#app_name").Change("oa");
        page.Find("#workflows-all").Change(true);
        page.Find("#grant-Directory").Change(true);
        page.Find("#scheme-Bearer").Change(false);
        page.Find("#addresses").Change(" 10.0.0.0/8 \n\n2001:db8::1");

        await page.PressAsync("form [type=submit]");

        var secret = page.WaitForElement("[data-copy-text]").TextContent;
        var kept = Assert.Single(await KeptAsync());
        Assert.EndsWith(Assert.Single(kept.Secrets).Hint, secret, StringComparison.Ordinal);
        Assert.Equal(ApiGrant.Run | ApiGrant.Directory, kept.Application.Grants);
        Assert.Equal(ApiSchemes.Hmac, kept.Application.Schemes);
        Assert.Equal(["10.0.0.0/8", "2001:db8::1"], kept.Application.Addresses);
        Assert.Null(kept.Application.Workflows);

        await page.PressAsync("[data-cancel]");
        Assert.EndsWith($"/settings/applications/{Written(kept.Application.Id)}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await OpenAsync();
        var page = Render<ApplicationPage>();
        page.WaitForElement("#app_name").Change("two words");
        page.Find("#requests_per_minute").Change("many");

        await page.PressAsync("form [type=submit]");

        Assert.Contains("without blanks", page.WaitForElement("#app_name-error").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("#requests_per_minute-error"));
        Assert.Equal("many", page.Find("#requests_per_minute").GetAttribute("value"));
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task Every_line_that_is_no_address_is_named()
    {
        await OpenAsync();
        var page = Render<ApplicationPage>();
        page.WaitForElement("#addresses").Change("10.0.0.0/8\nhere\n10.0.0.0/99");

        Assert.Equal(
            "Line 2: “here” is no address and no range such as 10.0.0.0/8. Line 3: “10.0.0.0/99” is no address and no range such as 10.0.0.0/8.",
            page.WaitForElement("#addresses-error").TextContent.Trim());
    }

    [Fact]
    public async Task It_acts_for_the_people_and_departments_that_are_chosen()
    {
        var company = await App.CompanyAsync();
        var id = await KeepAsync(Oa with { ActsFor = new ActingPeople([company.UserNamed("lin")!.Id], [company.Departments[0].Id]) });
        await OpenAsync();
        var page = Show(id);

        var chips = page.WaitForElements(".lf-chip").Select(chip => chip.TextContent.Trim()).ToList();
        await page.PressAsync(".lf-chip button");
        await page.PressAsync("form [type=submit]");

        Assert.Contains(chips, chip => chip.EndsWith(company.UserNamed("lin")!.Name, StringComparison.Ordinal));
        Assert.Contains(company.Departments[0].Name, chips);
        await WaitForAsync(page, kept => kept.ActsFor is { People: [], Departments: [_] });
    }

    [Fact]
    public async Task Of_two_administrators_the_second_keeps_what_they_typed_and_gets_the_rest_of_the_first()
    {
        var id = await KeepAsync(Oa);
        await OpenAsync();
        var page = Show(id);
        page.WaitForElement("#ticket_sn_prefix").Change("MINE");
        await KeepAsync(Oa with { Id = id, SerialPrefix = "THEIRS", RequestsPerMinute = 60 });

        await page.PressAsync("form [type=submit]");

        var message = page.WaitForElement("form [role=alert]").TextContent;
        Assert.Contains("Taken over from them: Requests per minute.", message, StringComparison.Ordinal);
        Assert.Contains("Serial prefix – theirs: THEIRS", message, StringComparison.Ordinal);
        Assert.Equal("MINE", page.Find("#ticket_sn_prefix").GetAttribute("value"));
        Assert.Equal("60", page.Find("#requests_per_minute").GetAttribute("value"));

        await page.PressAsync("form [type=submit]");
        await WaitForAsync(page, kept => kept is { SerialPrefix: "MINE", RequestsPerMinute: 60 });
    }

    [Fact]
    public async Task Theirs_is_taken_by_a_press()
    {
        var id = await KeepAsync(Oa);
        await OpenAsync();
        var page = Show(id);
        page.WaitForElement("#ticket_sn_prefix").Change("MINE");
        await KeepAsync(Oa with { Id = id, SerialPrefix = "THEIRS" });
        await page.PressAsync("form [type=submit]");
        page.WaitForElement(".contested button");

        await page.PressAsync(".contested button");

        Assert.Equal("THEIRS", page.Find("#ticket_sn_prefix").GetAttribute("value"));
        Assert.Empty(page.FindAll(".contested"));
    }

    [Fact]
    public async Task Another_secret_is_made_beside_the_old_one_while_what_is_typed_stays()
    {
        var id = await KeepAsync(Oa);
        await OpenAsync();
        var page = Show(id);
        page.WaitForElement("#app_name").Change("oa2");

        await page.PressAsync("[data-make=Signing]");
        page.WaitForElement("#secret-until").Change("2027-01-31");
        await page.PressAsync("dialog .lf-button--primary");

        var secret = page.WaitForElement("[data-copy-text]").TextContent;
        var kept = Assert.Single(await KeptAsync());
        Assert.EndsWith(kept.Secrets[1].Hint, secret, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero), kept.Secrets[1].ExpiresAt);

        await page.PressAsync("[data-cancel]");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-make=Signing]")));
        Assert.Equal("oa2", page.Find("#app_name").GetAttribute("value"));

        await page.PressAsync("form [type=submit]");
        await WaitForAsync(page, saved => saved.Name == "oa2");
    }

    [Fact]
    public async Task A_secret_made_here_does_not_hide_that_somebody_else_has_saved()
    {
        var id = await KeepAsync(Oa);
        await OpenAsync();
        var page = Show(id);
        page.WaitForElement("#app_name").Change("mine");
        await KeepAsync(Oa with { Id = id, Name = "theirs" });
        await page.PressAsync("[data-make=Bearer]");
        page.WaitForElement("#secret-until");
        await page.PressAsync("dialog .lf-button--primary");
        page.WaitForElement("[data-copy-text]");
        await page.PressAsync("[data-cancel]");

        await page.PressAsync("form [type=submit]");

        Assert.Contains("Name – theirs: theirs", page.WaitForElement("form [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("theirs", (await KeptAsync())[0].Application.Name);
    }

    [Fact]
    public async Task Revoking_a_secret_is_asked_first()
    {
        var id = await KeepAsync(Oa);
        await OpenAsync();
        var page = Show(id);
        page.WaitForElement(".secret button");

        await page.PressAsync(".secret button");
        Assert.Contains("This cannot be undone", page.WaitForElement("dialog").TextContent, StringComparison.Ordinal);
        Assert.Single((await KeptAsync())[0].Secrets);
        await page.PressAsync("dialog .lf-button--danger");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".secret")));
        Assert.Empty((await KeptAsync())[0].Secrets);
    }

    [Fact]
    public async Task Removing_says_what_stops_and_leads_back_to_the_list()
    {
        var id = await KeepAsync(Oa);
        await OpenAsync();
        var page = Show(id);
        page.WaitForElement("[data-remove]");

        await page.PressAsync("[data-remove]");
        Assert.Contains("Every call of this system is refused", page.WaitForElement("dialog").TextContent, StringComparison.Ordinal);
        await page.PressAsync("dialog .lf-button--danger");

        page.WaitForState(() => Services.GetRequiredService<NavigationManager>().Uri.EndsWith("/settings/applications", StringComparison.Ordinal));
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task One_that_is_not_there_is_said_to_be_gone()
    {
        await OpenAsync();

        Assert.Contains("There is no such application", Show(new ApplicationId(404)).WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ApplicationPage> Show(ApplicationId id) => Render<ApplicationPage>(parameters => parameters.Add(page => page.Id, id.Value));

    private async Task WaitForAsync(IRenderedComponent<ApplicationPage> page, Func<Application, bool> isKept)
    {
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form [aria-busy=true]")));

        Assert.True(isKept((await KeptAsync())[0].Application), (await KeptAsync())[0].Application.ToString());
    }
}
