using LoonFlow.Web.Identity;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Who may be tried out with one click; nobody unless this is a demo.</summary>
internal sealed class DemoSignIns(IConfiguration configuration) : IDemoSignIns
{
    public IReadOnlyList<DemoSignIn> SignIns { get; } = configuration.GetValue<bool>(DemoSetup.Setting)
        ? [.. DemoCompany.SignIns.Select(signIn => new DemoSignIn(signIn.UserName, DemoCompany.Password, NameOf(signIn.UserName), signIn.Part))]
        : [];

    private static string NameOf(string userName) => DemoPeople.Everybody.Single(person => person.UserName == userName).Name;
}
