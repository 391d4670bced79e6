using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Organization;

public sealed class CompanyTests
{
    [Fact]
    public void People_are_found_by_id_and_by_name_whatever_the_case()
    {
        Assert.Equal("Ann", Cast.Company.User(Cast.Ann)?.Name);
        Assert.Equal(Cast.Ann, Cast.Company.UserNamed(" ANN ")?.Id);
        Assert.Null(Cast.Company.User(Cast.Stranger));
        Assert.Null(Cast.Company.UserNamed("nobody"));
    }

    [Fact]
    public void Someone_who_has_left_is_known_but_not_active()
    {
        Assert.NotNull(Cast.Company.User(Cast.Ivan));
        Assert.False(Cast.Company.IsActive(Cast.Ivan));
        Assert.False(Cast.Company.IsActive(Cast.Stranger));
    }

    [Fact]
    public void The_way_up_starts_at_the_department_itself()
    {
        Assert.Equal([Cast.Trading, Cast.Engineering, Cast.Everything], Cast.Company.WithAncestors(Cast.Trading));
    }

    [Fact]
    public void The_way_down_takes_everything_below()
    {
        Assert.Equal([Cast.Engineering, Cast.Trading, Cast.Operations], Cast.Company.WithDescendants(Cast.Engineering));
    }

    [Fact]
    public void A_department_that_does_not_exist_has_nothing_above_and_nothing_below()
    {
        Assert.Empty(Cast.Company.WithAncestors(new DepartmentId(404)));
        Assert.Empty(Cast.Company.WithDescendants(new DepartmentId(404)));
    }

    [Fact]
    public void Members_of_a_department_are_the_active_people_in_it_and_below()
    {
        Assert.Equal([Cast.Cleo, Cast.Dan], Ids(Cast.Company.MembersOf(Cast.HumanResources)));
        Assert.Equal([Cast.Dan], Ids(Cast.Company.MembersOf(Cast.Payroll)));
        Assert.Empty(Cast.Company.MembersOf(Cast.Archive));
    }

    [Fact]
    public void Members_of_a_role_are_the_active_people_who_hold_it()
    {
        Assert.Equal([Cast.Olga, Cast.Omar], Ids(Cast.Company.MembersOf(Cast.Operators)));
        Assert.Empty(Cast.Company.MembersOf(Cast.Auditors));
    }

    [Fact]
    public void A_role_held_twice_is_held_once()
    {
        var twice = new Company(
            [new User { Id = Cast.Ann, UserName = "ann", Name = "Ann", Roles = [Cast.Operators, Cast.Operators] }],
            [],
            [new Role { Id = Cast.Operators, Name = "Operators" }]);

        Assert.Single(twice.MembersOf(Cast.Operators));
    }

    [Fact]
    public void A_loop_in_the_data_ends_every_walk()
    {
        DepartmentId first = new(1), second = new(2), self = new(3);
        var looping = new Company(
            [Employee(1, second), Employee(2, self)],
            [Part(first, second), Part(second, first), Part(self, self)],
            []);

        Assert.Equal([first, second], looping.WithAncestors(first));
        Assert.Equal([first, second], looping.WithDescendants(first));
        Assert.Equal([self], looping.WithAncestors(self));
        Assert.Equal([self], looping.WithDescendants(self));
        Assert.Single(looping.MembersOf(first));
    }

    [Fact]
    public void A_department_below_one_that_does_not_exist_stands_alone()
    {
        var dangling = new Company([], [Part(new DepartmentId(1), new DepartmentId(404))], []);

        Assert.Equal([new DepartmentId(1)], dangling.WithAncestors(new DepartmentId(1)));
    }

    [Fact]
    public void Up_and_down_agree_about_who_belongs_where()
    {
        var disagreements = Cast.Company.Departments.SelectMany(department => Cast.Company.Users
            .Where(user => user.IsActive)
            .Where(user => Cast.Company.MembersOf(department.Id).Contains(user)
                != Cast.Company.WithAncestors(user.Department!.Value).Contains(department.Id)));

        Assert.Empty(disagreements);
    }

    [Fact]
    public void The_leader_leads()
    {
        Assert.Equal([Cast.Bob], Cast.Company.LeadersOf(Cast.Ann));
    }

    [Fact]
    public void A_leader_leads_themselves()
    {
        Assert.Equal([Cast.Bob], Cast.Company.LeadersOf(Cast.Bob));
    }

    [Fact]
    public void Approvers_come_before_the_leader_and_those_who_have_left_do_not_count()
    {
        Assert.Equal([Cast.Omar], Cast.Company.LeadersOf(Cast.Olga));
        Assert.Equal([Cast.Gil], Cast.Without(Cast.Omar).LeadersOf(Cast.Olga));
    }

    [Fact]
    public void Several_approvers_all_lead()
    {
        var company = Cast.With(Cast.Company.Department(Cast.Trading)! with { Approvers = [Cast.Olga, Cast.Omar] });

        Assert.Equal([Cast.Olga, Cast.Omar], company.LeadersOf(Cast.Ann));
    }

    [Fact]
    public void Where_nobody_leads_nobody_does()
    {
        Assert.Empty(Cast.Company.LeadersOf(Cast.Eve));
        Assert.Empty(Cast.Without(Cast.Bob).LeadersOf(Cast.Ann));
        Assert.Empty(Cast.Company.LeadersOf(Cast.Stranger));
    }

    private static IEnumerable<UserId> Ids(IEnumerable<User> users) => users.Select(user => user.Id);

    private static User Employee(long id, DepartmentId department) =>
        new() { Id = new UserId(id), UserName = $"u{id}", Name = $"u{id}", Department = department };

    private static Department Part(DepartmentId id, DepartmentId parent) => new() { Id = id, Name = $"{id.Value}", Parent = parent };
}
