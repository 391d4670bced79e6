using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Tickets in all stages, filed and handled by running the use cases at earlier moments.</summary>
internal sealed class DemoTickets(IServiceProvider services, DemoClock clock)
{
    private Company _company = Company.Empty;
    private IReadOnlyDictionary<WorkflowId, Workflow> _catalogue = new Dictionary<WorkflowId, Workflow>();

    public async Task LoadAsync(CancellationToken ct)
    {
        _company = await services.GetRequiredService<CompanyStore>().GetAsync(ct);
        _catalogue = await services.GetRequiredService<WorkflowStore>().CatalogueAsync(ct);

        await LeavesAsync();
        await VpnsAsync();
        await PurchasesAsync();
        await IncidentsAsync();
        await ReleasesAsync();
        await OnboardingAsync();
    }

    private async Task LeavesAsync()
    {
        var finished = await LeaveAsync("gao", 20, 2, "1", "回老家探亲 Visiting family");
        await TakeAsync(finished, "wu", "同意", hours: 3);
        await ClaimAsync(finished, "tang", hours: 20);
        await TakeAsync(finished, "tang", "同意", hours: 1, comment: "祝旅途愉快");

        var atHr = await LeaveAsync("song", 4, 1, "3", "感冒发烧 Down with the flu");
        await TakeAsync(atHr, "zhou", "同意", hours: 1, comment: "好好休息");

        var atDirector = await LeaveAsync("xu", 2, 4, "1", "国庆后年假 Autumn leave");
        await TakeAsync(atDirector, "wu", "同意", hours: 2);

        var returned = await LeaveAsync("deng", 3, 10, "4", "婚假 Wedding");
        await TakeAsync(returned, "zhou", "拒绝", hours: 5, comment: "请先安排好发布的交接，再提交一次。");

        await LeaveAsync("cai", 1, 0.5m, "2", "上午调休半天 Half a day off");
    }

    private async Task VpnsAsync()
    {
        var granted = await VpnAsync("luo", 9, "外出拜访客户 Visiting customers", "oa");
        await TakeAsync(granted, "ma", "同意", hours: 2);
        await ClaimAsync(granted, "feng", hours: 3);
        await TakeAsync(granted, "feng", "授权完成", hours: 1, form: Form(null, (VpnWorkflow.Account, new FieldValue.Text("spruce-luo"))));

        var waiting = await VpnAsync("gao", 2, "周末发布值守 Release duty", "git", "oa");
        await TakeAsync(waiting, "wu", "同意", hours: 6);
        await CommentAsync(waiting, "gao", "周六早上就要用，麻烦了。", hours: 10);
    }

    private async Task PurchasesAsync()
    {
        var bought = await PurchaseAsync("song", 16, "显示器两台 Two monitors", "hardware", 3_600);
        await TakeAsync(bought, "zhou", "同意", hours: 4);
        await ClaimAsync(bought, "he", hours: 4);
        await TakeAsync(bought, "he", "同意", hours: 1);

        var large = await PurchaseAsync("deng", 5, "构建服务器 Build server", "hardware", 86_000);
        await TakeAsync(large, "zhou", "同意", hours: 3, comment: "平台组确实需要");
        await ClaimAsync(large, "fang", hours: 2);
        await TakeAsync(large, "fang", "同意", hours: 5);

        var rejected = await PurchaseAsync("lin", 8, "降噪耳机 Headphones", "office", 2_200);
        await TakeAsync(rejected, "wu", "不批准", hours: 8, comment: "部门还有两副备用，先用备用的。");
    }

    private async Task IncidentsAsync()
    {
        var solved = await IncidentAsync("ma", 12, "官网打不开 Website down", "1", "web");
        await ClaimAsync(solved, "feng", hours: 0.1);
        await TakeAsync(solved, "feng", "受理", hours: 0.1, form: Form(null, (IncidentWorkflow.Repairers, new FieldValue.Texts(["zhou", "deng"]))));
        await TakeAsync(solved, "deng", "已修复", hours: 1.5, comment: "已切换到备用线路", form: Form(
            null, (IncidentWorkflow.Cause, new FieldValue.Text("上游运营商线路中断")), (IncidentWorkflow.Minutes, new FieldValue.Integer(95))));
        await TakeAsync(solved, "ma", "验证通过", hours: 0.5);

        await IncidentAsync("luo", 0.2, "支付回调偶发超时 Payment callbacks time out", "2", "pay", "api");
    }

    private async Task ReleasesAsync()
    {
        var inBranches = await ReleaseAsync("lin", 0.4, "会员中心 2.4 Member centre 2.4", "web");
        await TakeAsync(inBranches, "wu", "同意", hours: 1, comment: "范围清楚，可以评审");
        await ClaimAsync(inBranches, "gao", hours: 1, state: "测试验收");
        await TakeAsync(inBranches, "gao", "通过", hours: 2, comment: "回归用例全部通过", state: "测试验收");

        var inVote = await ReleaseAsync("deng", 1.5, "支付网关升级 Payment gateway upgrade", "pay");
        await TakeAsync(inVote, "zhou", "同意", hours: 1);
        await ClaimAsync(inVote, "song", hours: 1, state: "测试验收");
        await TakeAsync(inVote, "song", "通过", hours: 4, state: "测试验收");
        await TakeAsync(inVote, "jiang", "通过", hours: 1, comment: "密钥已轮换", state: "安全评审");
        await ClaimAsync(inVote, "feng", hours: 1, state: "运维评审");
        await TakeAsync(inVote, "feng", "通过", hours: 2, state: "运维评审");
        await TakeAsync(inVote, "zheng", "同意", hours: 16, comment: "请避开周五晚上");
        await TakeAsync(inVote, "ma", "反对", hours: 2, comment: "活动期间不宜变更支付");
    }

    /// <summary>Its child tickets are filed by LoonFlow itself as soon as it runs.</summary>
    private Task<TicketId> OnboardingAsync() => SubmitAsync("入职", "tang", 0.3, Form(
        "新同事入职 A new colleague",
        (OnboardingWorkflow.Newcomer, new FieldValue.Text("林可 Lin Ke")),
        (OnboardingWorkflow.Mentor, new FieldValue.Text("gao")),
        (OnboardingWorkflow.Systems, new FieldValue.Texts(["git", "oa"])),
        (OnboardingWorkflow.Until, new FieldValue.Date(DateOnly.FromDateTime(clock.DaysAgo(-90).UtcDateTime))),
        (OnboardingWorkflow.Notes, new FieldValue.Text("应用组测试工程师 Test engineer"))));

    private Task<TicketId> LeaveAsync(string by, double daysAgo, decimal days, string kind, string title) => SubmitAsync("请假申请", by, daysAgo, Form(
        title,
        (LeaveWorkflow.Type, new FieldValue.Text(kind)),
        (LeaveWorkflow.Start, new FieldValue.Moment(clock.DaysAgo(daysAgo - 5))),
        (LeaveWorkflow.End, new FieldValue.Moment(clock.DaysAgo(daysAgo - 5 - (double)days))),
        (LeaveWorkflow.Days, new FieldValue.Decimal(days)),
        (LeaveWorkflow.Proxy, new FieldValue.Text(by == "gao" ? "lin" : "gao")),
        (LeaveWorkflow.Reason, new FieldValue.Text($"原因：{title}\n工作交接：已与代理人交接"))));

    private Task<TicketId> VpnAsync(string by, double daysAgo, string title, params string[] systems) => SubmitAsync("VPN申请", by, daysAgo, Form(
        title,
        (VpnWorkflow.Systems, new FieldValue.Texts(systems)),
        (VpnWorkflow.Until, new FieldValue.Date(DateOnly.FromDateTime(clock.DaysAgo(-60).UtcDateTime))),
        (VpnWorkflow.Reason, new FieldValue.Text(title))));

    private Task<TicketId> PurchaseAsync(string by, double daysAgo, string title, string kind, decimal amount) => SubmitAsync("采购申请", by, daysAgo, Form(
        title,
        (PurchaseWorkflow.Kind, new FieldValue.Text(kind)),
        (PurchaseWorkflow.Items, new FieldValue.Text(title)),
        (PurchaseWorkflow.Amount, new FieldValue.Decimal(amount)),
        (PurchaseWorkflow.NeededBy, new FieldValue.Date(DateOnly.FromDateTime(clock.DaysAgo(daysAgo - 14).UtcDateTime))),
        (PurchaseWorkflow.Urgent, new FieldValue.Boolean(false))));

    private Task<TicketId> IncidentAsync(string by, double daysAgo, string title, string severity, params string[] affected) => SubmitAsync("故障上报", by, daysAgo, Form(
        title,
        (IncidentWorkflow.Severity, new FieldValue.Text(severity)),
        (IncidentWorkflow.Services, new FieldValue.Texts(affected)),
        (IncidentWorkflow.Noticed, new FieldValue.Moment(clock.DaysAgo(daysAgo))),
        (IncidentWorkflow.Symptoms, new FieldValue.Text(title))));

    private Task<TicketId> ReleaseAsync(string by, double daysAgo, string title, string product) => SubmitAsync("上线发布", by, daysAgo, Form(
        title,
        (ReleaseWorkflow.Product, new FieldValue.Text(product)),
        (ReleaseWorkflow.Kind, new FieldValue.Text("planned")),
        (ReleaseWorkflow.Window, new FieldValue.Moment(clock.DaysAgo(-3))),
        (ReleaseWorkflow.Changes, new FieldValue.Text($"{title}\n1. 新功能开关\n2. 依赖升级")),
        (ReleaseWorkflow.Rollback, new FieldValue.Text("切回上一个镜像，关闭功能开关"))));

    private async Task<TicketId> SubmitAsync(string workflow, string by, double daysAgo, FieldChanges form)
    {
        clock.Set(daysAgo);
        var version = await VersionAsync(_catalogue.Values.First(candidate => candidate.Name.Text == workflow).Published!.Value);
        var command = new SubmitTicket(version.Workflow, SubmissionRules.Available(version)[0].Id, form);

        return await RunAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, Person(by), default));
    }

    private async Task TakeAsync(TicketId id, string by, string transition, double hours, string? comment = null, FieldChanges? form = null, string? state = null)
    {
        clock.Advance(hours);
        var (visit, version) = await OpenVisitAsync(id, state);
        var taken = version.LeavingFrom(visit.State).First(candidate => candidate.Name.Text == transition);
        var command = new TakeTransition(id, visit.Number, taken.Id, null, form ?? FieldChanges.None, comment);

        await RunAsync((TakeTransitionHandler handler) => handler.HandleAsync(command, Person(by), default));
    }

    private async Task ClaimAsync(TicketId id, string by, double hours, string? state = null)
    {
        clock.Advance(hours);
        var (visit, _) = await OpenVisitAsync(id, state);

        await RunAsync((ClaimTicketHandler handler) => handler.HandleAsync(new ClaimTicket(id, visit.Number, null), Person(by), default));
    }

    private async Task CommentAsync(TicketId id, string by, string comment, double hours)
    {
        clock.Advance(hours);

        await RunAsync((CommentOnTicketHandler handler) => handler.HandleAsync(new CommentOnTicket(id, comment), Person(by), default));
    }

    private async Task<TicketId> RunAsync<THandler>(Func<THandler, Task<Result<TicketId>>> useCase)
        where THandler : notnull
    {
        var result = await services.GetRequiredService<UseCases>().RunAsync(useCase);

        return result.Succeeded ? result.Value : throw new InvalidOperationException($"The demo data does not fit its workflows: {result.Refusal}");
    }

    private async Task<(Visit Visit, WorkflowVersion Version)> OpenVisitAsync(TicketId id, string? state)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync();
        var ticket = await db.Tickets.AsNoTracking().Include(ticket => ticket.Visits).SingleAsync(ticket => ticket.Id == id);

        var version = await VersionAsync(ticket.Version);

        return (ticket.OpenVisits.Single(visit => state is null || version.State(visit.State).Name.Text == state), version);
    }

    private ValueTask<WorkflowVersion> VersionAsync(VersionId id) => services.GetRequiredService<WorkflowStore>().VersionAsync(id, default);

    private Actor.Person Person(string userName) => Actor.Of(_company.UserNamed(userName)!.Id, _company)!;

    private static FieldChanges Form(string? title, params (string Key, FieldValue Value)[] values) =>
        new(title, values.ToDictionary(pair => pair.Key, pair => (FieldValue?)pair.Value, StringComparer.Ordinal));
}
