using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>The main job: file a ticket, approve it, see it done.</summary>
[Collection(SiteTests.Name)]
public sealed class LeaveScenarioTests(Site site)
{
    [Fact]
    public async Task Lin_files_a_leave_her_leader_and_hr_approve_and_she_sees_it_finished()
    {
        var lin = await site.VisitAsync();
        await lin.SignInAsync("lin");
        var title = await lin.FileLeaveAsync("Two days at the sea", days: "2");
        var address = lin.Page.Url;

        var wu = await site.VisitAsync();
        await wu.SignInAsync("wu");
        await wu.OpenFromInboxAsync(title);
        await wu.Button("Agree").ClickAsync();
        await wu.SeesAsync("HR approval");

        var sun = await site.VisitAsync();
        await sun.SignInAsync("sun");
        await sun.OpenFromInboxAsync(title);
        await sun.Button("Claim").ClickAsync();
        await sun.Button("Agree").ClickAsync();
        await sun.SeesAsync("Finished");

        // Lin's page was open all the time; the news came to her.
        await lin.SeesAsync("Finished");
        await lin.Page.GotoAsync(address);
        await lin.SeesAsync("Finished");
        await lin.SeesAsync("吴珊 Wu Shan");
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Img, new() { Name = "Flow chart" })).ToBeVisibleAsync();
    }
}
