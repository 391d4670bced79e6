using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;
using Microsoft.JSInterop;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class JsModuleTests : ScreenTest
{
    [Fact]
    public async Task Mounting_again_takes_the_former_down()
    {
        var handle = Handle();
        var module = new JsModule(JSInterop.JSRuntime, "thing");

        await module.MountAsync(default);
        await module.MountAsync(default);

        Assert.Single(handle.Invocations["dispose"]);
        Assert.True(module.IsMounted);
    }

    [Fact]
    public async Task What_is_not_mounted_is_not_called()
    {
        var handle = Handle();

        await new JsModule(JSInterop.JSRuntime, "thing").CallAsync("update");

        Assert.Empty(handle.Invocations["update"]);
    }

    [Fact]
    public async Task Whoever_left_before_the_browser_answered_leaves_nothing_mounted()
    {
        var import = JSInterop.SetupModule("./js/thing.js");
        var handle = import.SetupModule("mount", _ => true);
        handle.Mode = JSRuntimeMode.Loose;
        var module = new JsModule(JSInterop.JSRuntime, "thing");

        await module.DisposeAsync();
        await module.MountAsync(default);

        Assert.False(module.IsMounted);
        Assert.Empty(import.Invocations["mount"]);
    }

    [Fact]
    public async Task A_lost_connection_is_no_error()
    {
        JSInterop.SetupModule("./js/thing.js").SetupModule("mount", _ => true)
            .SetupVoid("update", _ => true).SetException(new JSDisconnectedException("gone"));
        var module = new JsModule(JSInterop.JSRuntime, "thing");
        await module.MountAsync(default);

        await module.CallAsync("update");

        Assert.True(module.IsMounted);
    }

    private BunitJSModuleInterop Handle()
    {
        var handle = JSInterop.SetupModule("./js/thing.js").SetupModule("mount", _ => true);
        handle.Mode = JSRuntimeMode.Loose;

        return handle;
    }
}
