using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Organization;

public sealed class PersonRulesTests
{
    private static readonly User Nina = new() { Id = new UserId(50), UserName = "nina", Name = "Nina", Email = "nina@example.com", Department = Cast.Sales };

    [Fact]
    public void Somebody_new_is_kept_without_the_blanks_around_what_was_typed()
    {
        var kept = Save(Nina with { UserName = " nina ", Name = " Nina ", Email = " nina@example.com", Phone = " 1 " }).Value;

        Assert.Equal(Nina with { Phone = "1" }, kept);
    }

    [Theory]
    [InlineData("", "directory.text_missing")]
    [InlineData("nina smith", "directory.user_name_form")]
    [InlineData("nina,ann", "directory.user_name_form")]
    [InlineData("LoonRobot", "directory.user_name_reserved")]
    [InlineData("loonflow", "directory.user_name_reserved")]
    [InlineData("ANN", "directory.user_name_taken")]
    [InlineData("ivan", "directory.user_name_taken")]
    [InlineData("ni\nna", "directory.text_not_plain")]
    public void A_user_name_by_which_somebody_could_not_be_told_apart_is_refused(string userName, string code)
    {
        Assert.Equal([code], Problems(Save(Nina with { UserName = userName })));
    }

    [Fact]
    public void Half_a_character_is_refused_before_a_database_stumbles_over_it()
    {
        Assert.Equal(["directory.text_not_plain"], Problems(Save(Nina with { UserName = "ni\ud800na" })));
        Expect.Accepted(Save(Nina with { UserName = "ni\ud83d\ude00na" }));
    }

    [Theory]
    [InlineData("nina")]
    [InlineData("@example.com")]
    [InlineData("nina@")]
    [InlineData("a@b@c")]
    [InlineData("nina@example.com, ann@example.com")]
    [InlineData("Nina <nina@example.com>")]
    public void What_is_not_an_address_is_refused(string email)
    {
        Assert.Equal(["directory.email_form"], Problems(Save(Nina with { Email = email })));
    }

    [Fact]
    public void A_header_cannot_be_smuggled_into_an_address()
    {
        Assert.Equal(["directory.text_not_plain"], Problems(Save(Nina with { Email = "nina@example.com\r\nBcc: eve@example.com" })));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var wrong = new User { Id = Nina.Id, UserName = new string('n', 51), Name = " ", Email = "?", Phone = new string('1', 31), Department = new DepartmentId(99) };

        Assert.Equal(["username", "alias", "email", "phone", "dept_id"], Save(wrong).Refusal!.Fields.Select(field => field.Key));
    }

    [Fact]
    public void A_user_name_never_changes()
    {
        var ann = Cast.Company.User(Cast.Ann)!;

        Assert.Equal(["directory.user_name_stays"], Problems(Save(ann with { UserName = "anna" })));
        Assert.Equal("ann", Save(ann with { UserName = "Ann", Name = "Anna" }).Value.UserName);
    }

    [Fact]
    public void Nobody_takes_themselves_out()
    {
        var rita = Cast.Company.User(Cast.Rita)!;

        Expect.Refused(DirectoryRefusals.NotYourself, Save(rita with { IsActive = false }));
        Expect.Refused(DirectoryRefusals.NotYourself, PersonRules.Remove(Cast.Company, Cast.Actor(Cast.Rita), Cast.Rita));
    }

    [Fact]
    public void The_last_active_administrator_stays_one()
    {
        var rita = Cast.Company.User(Cast.Rita)!;

        Expect.Refused(DirectoryRefusals.LastAdministrator, Save(rita with { IsAdministrator = false }));
        Assert.False(PersonRules.Save(WithTwoAdministrators, Cast.Actor(Cast.Rita), rita with { IsAdministrator = false }).Value.IsAdministrator);
        Assert.False(PersonRules.Remove(WithTwoAdministrators, Cast.Actor(Cast.Ann), Cast.Rita).Value.IsActive);
    }

    [Fact]
    public void Whoever_looks_after_people_for_an_application_touches_no_administrator()
    {
        var (ann, rita) = (Cast.Actor(Cast.Ann), Cast.Company.User(Cast.Rita)!);

        Expect.Refused(DirectoryRefusals.OnlyAdministrators, PersonRules.Save(Cast.Company, ann, Cast.Company.User(Cast.Ann)! with { IsAdministrator = true }));
        Expect.Refused(DirectoryRefusals.OnlyAdministrators, PersonRules.Save(Cast.Company, ann, rita with { Email = "ann@example.com" }));
        Expect.Refused(DirectoryRefusals.OnlyAdministrators, PersonRules.Remove(Cast.Company, ann, Cast.Rita));
        Assert.Equal(DirectoryRefusals.OnlyAdministrators, PersonRules.WhyNotReset(Cast.Company, ann, Cast.Rita));
        Assert.Null(PersonRules.WhyNotReset(Cast.Company, ann, Cast.Bob));
    }

    [Fact]
    public void Somebody_who_has_left_can_be_removed_once_more_and_come_back()
    {
        var ivan = Cast.Company.User(Cast.Ivan)!;

        Expect.Accepted(PersonRules.Remove(Cast.Company, Cast.Actor(Cast.Rita), Cast.Ivan));
        Assert.True(Save(ivan with { IsActive = true }).Value.IsActive);
        Expect.Refused(DirectoryRefusals.PersonNotFound, PersonRules.Remove(Cast.Company, Cast.Actor(Cast.Rita), Cast.Stranger));
    }

    private static Company WithTwoAdministrators => new(
        [.. Cast.Company.Users.Select(user => user.Id == Cast.Ann ? user with { IsAdministrator = true } : user)], Cast.Company.Departments, Cast.Company.Roles);

    private static Result<User> Save(User person) => PersonRules.Save(Cast.Company, Cast.Actor(Cast.Rita), person);

    private static IEnumerable<string> Problems(Result<User> result) => result.Refusal!.Fields.Select(field => field.Code);
}
