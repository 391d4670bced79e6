using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Access;

public sealed class ActorTests
{
    [Fact]
    public void A_person_acts_with_every_department_above_them_and_their_roles()
    {
        var olga = Actor.Of(Cast.Olga, Cast.Company);

        Assert.Equal([Cast.Operations, Cast.Engineering, Cast.Everything], olga?.Departments);
        Assert.Equal([Cast.Operators], olga?.Roles);
        Assert.False(olga?.IsAdministrator);
    }

    [Fact]
    public void Someone_unknown_or_gone_cannot_act()
    {
        Assert.Null(Actor.Of(Cast.Stranger, Cast.Company));
        Assert.Null(Actor.Of(Cast.Ivan, Cast.Company));
    }

    [Fact]
    public void Someone_without_a_department_acts_for_none()
    {
        var company = new LoonFlow.Domain.Organization.Company(
            [new LoonFlow.Domain.Organization.User { Id = Cast.Ann, UserName = "ann", Name = "Ann" }], [], []);

        Assert.Empty(Actor.Of(Cast.Ann, company)!.Departments);
    }
}
