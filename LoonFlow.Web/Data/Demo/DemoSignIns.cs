using LoonFlow.Web.Identity;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Who may be tried out with one click; nobody unless the demo company lives here.</summary>
internal sealed class DemoSignIns : IDemoSignIns
{
    public IReadOnlyList<DemoSignIn> SignIns { get; private set; } = [];

    public void Offer() => SignIns =
        [.. DemoCompany.SignIns.Select(signIn => new DemoSignIn(signIn.UserName, DemoCompany.Password, NameOf(signIn.UserName), signIn.Part))];

    private static string NameOf(string userName) => DemoPeople.Everybody.Single(person => person.UserName == userName).Name;
}
