namespace LoonFlow.Web.Identity;

/// <summary>The people of the demo company as whom a visitor may sign in with one click; nobody in a real installation.</summary>
public interface IDemoSignIns
{
    IReadOnlyList<DemoSignIn> SignIns { get; }
}
