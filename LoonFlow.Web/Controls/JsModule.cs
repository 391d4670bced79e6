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
    private bool _disposed;

    public bool IsMounted => _handle is not null;

    public ValueTask MountAsync(ElementReference element, params object?[] arguments) => WhileConnectedAsync(async () =>
    {
        await ReleaseAsync();
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", $"./js/{name}.js");

        if (!_disposed)
        {
            _handle = await _module.InvokeAsync<IJSObjectReference>("mount", [element, .. arguments]);
        }

        // The component went away while the browser was at work: what it mounted must go too.
        if (_disposed)
        {
            await ReleaseAsync();
        }
    });

    public ValueTask CallAsync(string function, params object?[] arguments) => WhileConnectedAsync(async () =>
    {
        if (_handle is not null)
        {
            await _handle.InvokeVoidAsync(function, arguments);
        }
    });

    public ValueTask DisposeAsync()
    {
        _disposed = true;

        return WhileConnectedAsync(async () =>
        {
            await ReleaseAsync();

            if (_module is { } module)
            {
                _module = null;
                await module.DisposeAsync();
            }
        });
    }

    private async ValueTask ReleaseAsync()
    {
        if (_handle is { } handle)
        {
            _handle = null;
            await handle.InvokeVoidAsync("dispose");
            await handle.DisposeAsync();
        }
    }

    private async ValueTask WhileConnectedAsync(Func<ValueTask> work)
    {
        try
        {
            await work();
        }
        catch (JSDisconnectedException)
        {
            // The reader left.
        }
        catch (OperationCanceledException) when (_disposed)
        {
            // The reader left while the browser was asked.
        }
        catch (JSException) when (_disposed)
        {
            // The element was taken from the page before the browser came to it.
        }
    }
}
