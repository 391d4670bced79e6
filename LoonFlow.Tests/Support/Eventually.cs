namespace LoonFlow.Tests.Support;

/// <summary>Waiting for what other threads or processes bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        for (var until = DateTime.UtcNow + Patience; !await condition();)
        {
            Assert.True(DateTime.UtcNow < until, "It did not happen.");
            await Task.Delay(20);
        }
    }

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
