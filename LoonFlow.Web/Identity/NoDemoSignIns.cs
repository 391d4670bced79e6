namespace LoonFlow.Web.Identity;

/// <summary>An installation without a demo company.</summary>
internal sealed class NoDemoSignIns : IDemoSignIns
{
    public IReadOnlyList<DemoSignIn> SignIns => [];
}
