using LoonFlow.Tests.Support;
using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Identity;

public sealed class StrangerLockoutsTests
{
    private readonly TestClock _clock = new();
    private readonly StrangerLockouts _strangers = new(Options.Create(new IdentityOptions()));

    [Fact]
    public void A_name_is_locked_by_its_last_failure_and_starts_anew_afterwards()
    {
        Fail("EVE", 4);
        var before = _strangers.LockedUntil("EVE", _clock.GetUtcNow());
        Fail("EVE", 1);
        var locked = _strangers.LockedUntil("EVE", _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Fail("EVE", 4);

        Assert.Null(before);
        Assert.NotNull(locked);
        Assert.Null(_strangers.LockedUntil("EVE", _clock.GetUtcNow()));
    }

    [Fact]
    public void Made_up_names_do_not_fill_the_memory()
    {
        Fail("EVE", 5);

        for (var name = 0; name < StrangerLockouts.MostNames; name++)
        {
            Fail($"NAME{name}", 1);
        }

        Assert.Null(_strangers.LockedUntil("EVE", _clock.GetUtcNow()));
    }

    private void Fail(string name, int times)
    {
        for (var failure = 0; failure < times; failure++)
        {
            _strangers.Count(name, _clock.GetUtcNow());
        }
    }
}
