using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Resources;
using LoonFlow.Web.Scripts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Tests.Features;

/// <summary>Whatever failed by itself is told in the language of whoever reads it, not of whoever was there when it failed.</summary>
public sealed class FailureTextsTests : ScreenTest
{
    [Theory]
    [InlineData("en", "The script “grant.py” is not active. An administrator can activate it under Settings.")]
    [InlineData("zh-CN", "脚本“grant.py”未启用。管理员可在“设置”中启用。")]
    public void What_is_kept_of_a_failure_is_told_in_the_language_of_its_reader(string culture, string told) =>
        Assert.Equal(told, In(culture, FailureReason.Of(ScriptRefusals.Inactive("grant.py")).Written));

    [Theory]
    [InlineData("en", "“Lin Ke” (Leave) could not be filed: host did not answer within 10 seconds.")]
    [InlineData("zh-CN", "无法创建子工单“Lin Ke”（Leave）：host 在 10 秒内没有回应。")]
    public void The_reason_behind_a_failure_is_told_in_the_same_language(string culture, string told)
    {
        var failure = ChildrenRefusals.NotFiled(Leave.Version, new ChildPlan(string.Empty, "Lin Ke", new Dictionary<string, FieldValue?>()), HookRefusals.TimedOut("host", TimeSpan.FromSeconds(10)));

        Assert.Equal(told, In(culture, FailureReason.Of(failure).Written));
    }

    [Fact]
    public void Fields_at_fault_are_named_behind_the_sentence()
    {
        var failure = TicketRefusals.FormIncomplete with { Fields = [new FieldProblem("days", "field.missing", "Days is missing.") { Arguments = ["Days"] }] };

        Assert.EndsWith("(Days)", In("en", FailureReason.Of(failure).Written), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_another_system_stay_as_they_are() => Assert.Equal("quota used up\nask IT", In("zh-CN", "quota used up\nask IT"));

    [Fact]
    public void A_system_that_cannot_be_asked_beforehand_says_why_in_the_language_of_its_reader()
    {
        Speak("zh-CN");

        var told = new RefusalTexts(Texts).Of(EventHookRefusals.Unreachable("预算", HookRefusals.NotJson));

        Assert.Contains("返回的内容不是 JSON", told, StringComparison.Ordinal);
        Assert.DoesNotContain("JSON. A hook", told, StringComparison.Ordinal);
    }

    private IStringLocalizer<Refusals> Texts => Services.GetRequiredService<IStringLocalizer<Refusals>>();

    private string In(string culture, string written)
    {
        Speak(culture);

        return FailureTexts.Of(written, Texts);
    }
}
