using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class IconTests : ScreenTest
{
    public static TheoryData<IconName> Names => [.. Enum.GetValues<IconName>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_icon_is_drawn(IconName name)
    {
        var icon = Render<Icon>(parameters => parameters.Add(icon => icon.Name, name));

        Assert.NotEmpty(icon.FindAll("svg > *"));
    }
}
