using Bunit;
using LoonFlow.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using Radzen.Blazor;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class RadzenLocalizerTests : ScreenTest
{
    [Fact]
    public void Radzen_speaks_Chinese_to_Chinese_readers()
    {
        Speak("zh-CN");

        var numeric = Render<RadzenNumeric<int>>();

        Assert.Contains(numeric.FindAll("button"), button => button.GetAttribute("aria-label") == "增加");
    }

    [Fact]
    public void What_we_do_not_translate_stays_as_it_was()
    {
        Assert.Null(Services.GetRequiredService<ILocalizer>().Get("Spreadsheet_Bold", System.Globalization.CultureInfo.CurrentUICulture));
    }
}
