using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Applications.Edit;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Tests.Screens.Applications;

public sealed class ApplicationPartTests : ScreenTest
{
    private static readonly Application Changed = new()
    {
        Id = default,
        Name = "oa",
        IsActive = false,
        SerialPrefix = "OA",
        Grants = ApiGrant.Directory,
        Schemes = ApiSchemes.Md5,
        Workflows = null,
        ActsFor = new ActingPeople([Cast.Ann, Cast.Stranger], [Cast.Sales]),
        Addresses = ["10.0.0.0/8", "::1"],
        RequestsPerMinute = 60,
    };

    [Fact]
    public void What_a_form_shows_is_what_it_reads()
    {
        var read = ApplicationForm.Of(Changed, Cast.Company).Read(ApplicationForm.Blank, Cast.Company);

        Assert.Equivalent(Changed, read, strict: true);
        Assert.Equivalent(ApplicationForm.Blank, ApplicationForm.Of(ApplicationForm.Blank, Cast.Company).Read(Changed, Cast.Company), strict: true);
    }

    [Fact]
    public void Whatever_one_changed_alone_is_theirs_or_mine()
    {
        var (seen, mine, theirs) = (Form(), Form(), ApplicationForm.Of(Changed, Cast.Company));
        mine.Name = "mine";

        var (taken, contested) = ApplicationPart.Merge(mine, seen, theirs);

        Assert.Equal(["app_name"], contested);
        Assert.Equal(ApplicationPart.All.Select(part => part.Key).Skip(1), taken);
        Assert.Equal("mine", mine.Name);
        mine.Name = theirs.Name;
        Assert.True(ApplicationPart.AreSame(mine, theirs));
    }

    [Fact]
    public void Nothing_is_contested_where_both_want_the_same()
    {
        var (taken, contested) = ApplicationPart.Merge(ApplicationForm.Of(Changed, Cast.Company), Form(), ApplicationForm.Of(Changed, Cast.Company));

        Assert.Empty(taken);
        Assert.Empty(contested);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_part_has_its_label(string culture)
    {
        Speak(culture);
        var texts = Services.GetRequiredService<IStringLocalizer<ApplicationTexts>>();

        Assert.All(ApplicationPart.All, part => Assert.False(texts[$"Field_{part.Key}"].ResourceNotFound));
    }

    private static ApplicationForm Form() => ApplicationForm.Of(ApplicationForm.Blank, Cast.Company);
}
