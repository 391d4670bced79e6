using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Features.Tickets.Inbox;
using LoonFlow.Web.Features.Workflows.Catalogue;
using LoonFlow.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Layout;

public sealed class NavMenuTests : ScreenTest
{
    public NavMenuTests()
    {
        ComponentFactories.AddStub<TodoBadge>();
        ComponentFactories.AddStub<SettingsLink>();
        ComponentFactories.AddStub<DesignLink>();
    }

    [Fact]
    public void Where_one_is_is_marked()
    {
        AddAuthorization().SetAuthorized("Lin");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/inbox?page=2");

        var here = Render<NavMenu>().Find("[aria-current=page]");

        Assert.Equal("Inbox", here.TextContent.Trim());
    }

    [Fact]
    public void The_account_shows_the_name_of_who_is_signed_in()
    {
        var authorization = AddAuthorization();
        authorization.SetAuthorized("lin");
        authorization.SetClaims(new System.Security.Claims.Claim("name", "林晓雯"));
        Speak("zh-CN");

        var account = Render<AccountMenu>(parameters => parameters.Add(menu => menu.Id, "account").Add(menu => menu.Place, "above"));

        Assert.Equal("林晓雯 的帐户", account.Find("button .lf-visually-hidden").TextContent);
        Assert.Equal("林", account.Find(".lf-avatar").TextContent);
    }

    [Fact]
    public void Signing_out_is_a_post()
    {
        AddAuthorization().SetAuthorized("Lin");

        var form = Render<AccountMenu>(parameters => parameters.Add(menu => menu.Id, "account").Add(menu => menu.Place, "above")).Find("form");

        Assert.Equal(("post", "/account/sign-out"), (form.GetAttribute("method"), form.GetAttribute("action")));
    }

    [Fact]
    public void Strangers_are_offered_to_sign_in_and_come_back()
    {
        AddAuthorization();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/inbox?page=2");

        var link = Render<AccountMenu>(parameters => parameters.Add(menu => menu.Id, "account").Add(menu => menu.Place, "above")).Find("a");

        Assert.Equal("/account/sign-in?returnUrl=%2Finbox%3Fpage%3D2", link.GetAttribute("href"));
    }
}
