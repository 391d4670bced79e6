using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Conditions;

public sealed class CreatorFactsTests
{
    [Theory]
    [InlineData("creator.department in (2, 5)", true)]
    [InlineData("creator.department == 5", true)]
    [InlineData("creator.department == 4", true)]
    [InlineData("creator.department contains 1", true)]
    [InlineData("creator.department in (2, 3)", false)]
    [InlineData("creator.department != 2", true)]
    [InlineData("creator.department != 4", false)]
    [InlineData("creator.department is not empty", true)]
    [InlineData("creator.role == 1", false)]
    [InlineData("creator.role is empty", true)]
    public void A_person_belongs_to_their_department_and_to_all_above_it(string condition, bool holds) => Assert.Equal(holds, Ask(condition, Cast.Ann));

    [Theory]
    [InlineData("creator.role == 1", true)]
    [InlineData("creator.role in (2, 1)", true)]
    [InlineData("creator.role not in (2)", true)]
    [InlineData("2 == creator.role", false)]
    public void A_person_holds_their_roles(string condition, bool holds) => Assert.Equal(holds, Ask(condition, Cast.Olga));

    [Theory]
    [InlineData("creator.department in (1, 2, 3, 4, 5, 6, 7, 8)")]
    [InlineData("creator.role == 1")]
    public void Of_a_stranger_nothing_holds(string condition) => Assert.False(Ask(condition, Cast.Stranger));

    private static bool Ask(string condition, UserId creator) =>
        ConditionRules.Holds(ConditionText.Read(condition).Condition!, key => CreatorFacts.Find(key, creator, Cast.Company));
}
