using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Identity;

namespace LoonFlow.Web;

/// <summary>What the program says when it is ready: where it is, and who may sign in to the demo company.</summary>
internal static class Greeting
{
    public static void GreetWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var url in app.Urls)
        {
            Console.WriteLine($"LoonFlow is ready: {url}");
        }

        if (app.Services.GetRequiredService<IDemoSignIns>().SignIns is { Count: > 0 } signIns)
        {
            Console.WriteLine($"Demo sign-ins (password of everybody: {DemoCompany.Password}):");

            foreach (var signIn in signIns)
            {
                Console.WriteLine($"  {signIn.UserName,-6} {signIn.Role.English}");
            }
        }

        Console.WriteLine("Stop with Ctrl-C.");
    });
}
