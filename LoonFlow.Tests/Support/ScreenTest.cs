using System.Globalization;
using System.Runtime.CompilerServices;
using Bunit;
using LoonFlow.Web.Controls;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Support;

/// <summary>Renders components with everything that our screens ask for; English unless a test says otherwise.</summary>
public abstract class ScreenTest : BunitContext
{
    protected ScreenTest()
    {
        // Waits end as soon as they can; this is for machines that are busy with other tests.
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);

        // bUnit registers a comparer whose package is not there (see build/AngleSharp.Diffing); no test compares markup.
        var comparer = typeof(BunitContext).Assembly.GetType("Bunit.Diffing.HtmlComparer", throwOnError: true)!;
        Services.AddSingleton(comparer, RuntimeHelpers.GetUninitializedObject(comparer));

        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddControls();
        Speak("en");
    }

    /// <summary>Chooses the language of what is rendered from here on.</summary>
    protected static void Speak(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
    }
}
