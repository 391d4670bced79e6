using Bunit;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Tests.Support;

/// <summary>Pressing a button of a screen that may still be drawing news from the database.</summary>
public static class PressExtensions
{
    /// <summary>Finds and presses in one turn of the renderer: nothing is drawn anew in between.</summary>
    public static Task PressAsync<TComponent>(this IRenderedComponent<TComponent> screen, string selector)
        where TComponent : IComponent => screen.InvokeAsync(() => screen.Find(selector).ClickAsync(new()));
}
