using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Import;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>The real workflows of the original's own demo company, moved over from its dump and used in the browser.</summary>
public sealed class ImportedCompanyScenarioTests : IAsyncLifetime
{
    private readonly Site _site = new() { HasDemo = false };

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        await ImportAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [DemoDumpFact]
    public async Task A_leave_of_the_imported_company_is_filed_and_approved()
    {
        var wangwu = await _site.VisitAsync("zh-CN");
        await wangwu.SignInAsync("wangwu");
        await wangwu.OpenNewAsync("请假申请");
        await wangwu.Page.Locator("#field-title").FillAsync("王五回家");
        await wangwu.Page.Locator("#field-leave-start").FillAsync("2026-04-01T09:00");
        await wangwu.Page.Locator("#field-leave-end").FillAsync("2026-04-02T18:00");
        await wangwu.Page.Locator("#field-leave-days").FillAsync("2");
        await wangwu.Page.Locator("#field-leave-proxy").FillAsync("lisi");
        await wangwu.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await wangwu.Page.GetByLabel("年假").CheckAsync();
        await wangwu.Page.Locator("#field-leave-reason").FillAsync("探亲");
        await wangwu.Button("提交").ClickAsync();
        await wangwu.SeesAsync("TL审批中");

        await PressAsync("guiji", "王五回家", "同意", "人事部门-处理中");
        await PressAsync("jack", "王五回家", "同意", "已完成");
    }

    [DemoDumpFact]
    public async Task A_vpn_request_of_the_imported_company_is_approved_to_where_its_script_would_run()
    {
        var lisi = await _site.VisitAsync("zh-CN");
        await lisi.SignInAsync("lisi");
        await lisi.OpenNewAsync("vpn申请");
        await lisi.Page.Locator("#field-title").FillAsync("李四在家办公");
        await lisi.Page.Locator("#field-vpn-reason").FillAsync("在家值班");
        await lisi.Button("提交").ClickAsync();
        await lisi.SeesAsync("发起人tl-审批中");

        await PressAsync("lilei", "李四在家办公", "同意", "运维人员-审批中");
        var wangwu = await _site.VisitAsync("zh-CN");
        await wangwu.SignInAsync("wangwu");
        await wangwu.OpenFromInboxAsync("李四在家办公");
        await wangwu.Button("接单").ClickAsync();
        await wangwu.Button("同意").ClickAsync();
        await wangwu.SeesAsync("授权脚本-自动执行中");
    }

    private async Task PressAsync(string userName, string title, string button, string then)
    {
        var visitor = await _site.VisitAsync("zh-CN");
        await visitor.SignInAsync(userName);
        await visitor.OpenFromInboxAsync(title);
        await visitor.Button(button).ClickAsync();
        await visitor.SeesAsync(then);
    }

    /// <summary>Imports the dump and gives its people a password that this test knows.</summary>
    private async Task ImportAsync()
    {
        if (LoonFlowDemoDump.Path is not { } path)
        {
            return;
        }

        await using (var dump = File.OpenRead(path))
        {
            Assert.NotNull(await _site.Services.GetRequiredService<DumpImport>().RunAsync(dump, CancellationToken.None));
        }

        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync();
        var hasher = new PasswordHasher<UserAccount>();

        foreach (var person in await db.Users.Where(user => user.Email!.EndsWith("@163.com")).ToListAsync())
        {
            person.PasswordHash = hasher.HashPassword(person, DemoCompany.Password);
            person.MustChangePassword = false;
        }

        await db.SaveChangesAsync();
    }
}
