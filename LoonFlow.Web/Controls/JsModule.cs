using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Controls;

/// <summary>
/// The browser half of a component: /js/&lt;name&gt;.js exports <c>mount(element, …)</c>, which returns a handle with <c>dispose()</c>.
/// A circuit that is gone has already taken its browser code with it, so that is no error here.
/// </summary>
public sealed class JsModule(IJSRuntime js, string name) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _handle;

    public bool IsMounted => _handle is not null;

    public async ValueTask MountAsync(ElementReference element, params object?[] arguments)
    {
        await ReleaseAsync();

        try
        {
            _module ??= await js.InvokeAsync<IJSObjectReference>("import", $"./js/{name}.js");
            _handle = await _module.InvokeAsync<IJSObjectReference>("mount", [element, .. arguments]);
        }
        catch (JSDisconnectedException)
        {
            // The reader left while the page was drawn.
        }
    }

    public async ValueTask CallAsync(string function, params object?[] arguments)
    {
        if (_handle is null)
        {
            return;
        }

        try
        {
            await _handle.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // As above.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();

        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // As above.
        }

        _module = null;
    }

    private async ValueTask ReleaseAsync()
    {
        if (_handle is not { } handle)
        {
            return;
        }

        _handle = null;

        try
        {
            await handle.InvokeVoidAsync("dispose");
            await handle.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // As above.
        }
    }
}
