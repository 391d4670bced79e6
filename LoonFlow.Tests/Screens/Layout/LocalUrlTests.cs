using LoonFlow.Web.Layout;

namespace LoonFlow.Tests.Screens.Layout;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/inbox?page=2#row")]
    [InlineData("/tickets/3")]
    public void A_path_of_this_site_is_followed(string url)
    {
        Assert.Equal(url, LocalUrl.OrHome(url));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("inbox")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_leads_home(string? url)
    {
        Assert.Equal("/", LocalUrl.OrHome(url));
    }
}
