using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings.Scripts;
using LoonFlow.Web.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Screens.Settings.Scripts;

public sealed class ScriptPageTests : AppScreenTest
{
    [Fact]
    public async Task A_script_is_added_inactive_and_activated_after_a_question()
    {
        await OpenAsync("anqi");
        var page = Render<ScriptPage>();
        page.WaitForElement("#name").Change("Grant");
        page.Find("#stored-name").Change("grant.py");
        page.Find("#content").Change("print('hello')");

        page.Find("form").Submit();
        page.WaitForState(() => Services.GetRequiredService<NavigationManager>().Uri.Contains("/settings/scripts/", StringComparison.Ordinal) && !page.Markup.Contains("aria-busy=\"true\"", StringComparison.Ordinal));
        await using var db = await App.DbAsync();
        var script = await db.Scripts.AsNoTracking().SingleAsync();
        Assert.Equal(("Grant", "grant.py", "print('hello')", false), (script.Name, script.StoredName, script.Content, script.IsActive));

        var stored = Render<ScriptPage>(parameters => parameters.Add(p => p.Id, script.Id));
        stored.WaitForElement("[data-activate]").Click();
        stored.WaitForElement("dialog .lf-button--primary").Click();

        stored.WaitForAssertion(() => Assert.Empty(stored.FindAll("dialog")));
        Assert.True((await db.Scripts.AsNoTracking().SingleAsync()).IsActive);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_kept()
    {
        await OpenAsync("anqi");
        var page = Render<ScriptPage>();
        page.WaitForElement("#stored-name").Change("../etc/passwd");

        page.Find("form").Submit();

        page.WaitForElement("#name-error");
        Assert.NotNull(page.Find("#stored-name-error"));
        Assert.NotNull(page.Find("#content-error"));
        await using var db = await App.DbAsync();
        Assert.Empty(await db.Scripts.ToListAsync());
    }

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_not_overwritten()
    {
        await OpenAsync("anqi");
        await SaveAsync(new SaveScript(null, "Grant", "grant.py", string.Empty, "python", "print(1)"));
        await using var db = await App.DbAsync();
        var id = (await db.Scripts.AsNoTracking().SingleAsync()).Id;
        var page = Render<ScriptPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("#content").Change("print(2)");
        await SaveAsync(new SaveScript(id, "Grant", "grant.py", string.Empty, "python", "print(3)"));

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed this script", page.Markup, StringComparison.Ordinal));
        Assert.Equal("print(3)", (await db.Scripts.AsNoTracking().SingleAsync()).Content);
    }

    [Fact]
    public async Task A_file_fills_the_form()
    {
        await OpenAsync("anqi");
        var page = Render<ScriptPage>();
        page.WaitForElement("#file");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("print(1)", "grant_access.py"));

        page.WaitForAssertion(() => Assert.Equal("grant_access.py", page.Find("#stored-name").GetAttribute("value")));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task The_list_says_when_scripts_are_switched_off(bool isEnabled, int warnings)
    {
        App.Get<IOptions<ScriptsOptions>>().Value.Enabled = isEnabled;
        await OpenAsync("anqi");

        var page = Render<ScriptsPage>();

        page.WaitForElement(".lf-empty");
        Assert.Equal(warnings, page.FindAll(".lf-message--warn").Count);
    }

    [Fact]
    public async Task The_pages_are_not_for_everybody()
    {
        await OpenAsync("lin");

        var one = Render<ScriptPage>();
        var all = Render<ScriptsPage>();

        Assert.NotNull(one.WaitForElement(".lf-empty"));
        Assert.Empty(one.FindAll("form"));
        Assert.NotNull(all.WaitForElement(".lf-empty"));
        Assert.Empty(all.FindAll("table, [href$='/scripts/new']"));
    }

    private Task SaveAsync(SaveScript command) =>
        App.AsAsync("anqi", (SaveScriptHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));

    private async Task OpenAsync(string reader)
    {
        Services.AddSingleton(_ => App.Get<ScriptQueries>());
        Services.AddSingleton(_ => App.Get<IOptions<ScriptsOptions>>());
        await SignInAsync(reader);
    }
}
