using System.Net;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Features.Account;

public sealed class SignInThrottleTests
{
    [Fact]
    public async Task Many_wrong_names_from_one_address_have_to_wait_while_successes_do_not_count()
    {
        await using var site = await TestSite.StartAsync(("SignIn:FailuresPerAddress", "3"));
        var person = await site.NewPersonAsync();

        for (var success = 1; success <= 4; success++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().SignInAsync(person.UserName)).StatusCode);
        }

        for (var failure = 1; failure <= 3; failure++)
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SignInAsync($"stranger {failure}")).StatusCode);
        }

        var answer = await site.Visitor().SignInAsync(person.UserName);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("Too many wrong passwords", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
