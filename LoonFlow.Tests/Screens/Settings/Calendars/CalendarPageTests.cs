using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings.Calendars;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Settings.Calendars;

public sealed class CalendarPageTests : AppScreenTest
{
    [Fact]
    public async Task The_default_calendar_stands_in_the_list()
    {
        await SignInAsync("anqi");

        var page = Render<CalendarsPage>();

        page.WaitForAssertion(() => Assert.Contains("Asia/Shanghai", page.Find(".lf-list-row").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Holidays_that_are_typed_show_in_the_preview_and_are_saved()
    {
        await SignInAsync("anqi");
        var page = Render<CalendarPage>(parameters => parameters.Add(p => p.Id, 1));
        page.WaitForElement("#holidays").Change("2026-03-04 ~ 2026-03-06");

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".calendar-holiday").Count));
        page.Find("form").Submit();

        page.WaitForState(() => Services.GetRequiredService<NavigationManager>().Uri.EndsWith("/settings/calendars", StringComparison.Ordinal));
        Assert.Equal(3, (await App.CompanyAsync()).Calendars[0].Holidays.Count);
    }

    [Fact]
    public async Task What_is_not_understood_is_said_at_its_field_and_nothing_is_saved()
    {
        await SignInAsync("anqi");
        var page = Render<CalendarPage>(parameters => parameters.Add(p => p.Id, 1));
        page.WaitForElement("#monday").Change("from nine");

        page.Find("form").Submit();

        Assert.Contains("from nine", page.WaitForElement("#monday-error").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await App.CompanyAsync()).Calendars[0].Week[DayOfWeek.Monday]);
    }

    [Fact]
    public async Task The_default_one_offers_nothing_that_would_be_refused()
    {
        await SignInAsync("anqi");

        var page = Render<CalendarPage>(parameters => parameters.Add(p => p.Id, 1));

        page.WaitForElement("#monday");
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        Assert.Equal("Save", Assert.Single(page.FindAll("form button")).TextContent);
    }

    [Fact]
    public async Task The_page_is_not_for_everybody()
    {
        await SignInAsync("lin");

        var page = Render<CalendarPage>(parameters => parameters.Add(p => p.Id, 1));

        Assert.Empty(page.FindAll("form"));
    }
}
