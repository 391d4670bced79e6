using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Conditions;

public sealed class ConditionPhrasesTests
{
    private static readonly FormField[] Fields =
    [
        Field("days", new Caption("天数", "Days"), FieldType.Decimal),
        Field("kind", new Caption("类型", "Kind"), FieldType.Radio) with { Choices = [new Choice("1", new Caption("年假", "Annual")), new Choice("2", new Caption("病假", "Sick"))] },
        Field("urgent", new Caption("紧急", "Urgent"), FieldType.Boolean),
        Field("proxy", new Caption("代理人", "Stand-in"), FieldType.User),
    ];

    [Theory]
    [InlineData("days > 3 and (kind == \"1\" or urgent == true)", "Days > 3 and (Kind = Annual or Urgent = Yes)")]
    [InlineData("kind in (1, '2') or kind not in (2)", "Kind is one of Annual, Sick or Kind is none of Sick")]
    [InlineData("kind is empty and days is not empty", "Kind is empty and Days is filled in")]
    [InlineData("not (days <= 1)", "not (Days ≤ 1)")]
    [InlineData("days * 2 - 1 >= other", "(Days × 2) − 1 ≥ other")]
    [InlineData("proxy == 'bob' and creator != 'ann'", "Stand-in = Bob and Creator ≠ Ann")]
    [InlineData("creator.department in (2, 4) and creator.role == 1", "Creator’s department is one of Human resources, Engineering and Creator’s role contains Operators")]
    [InlineData("creator.role == 99", "Creator’s role contains #99")]
    [InlineData("proxy contains 'b' and proxy not contains 'c'", "Stand-in contains b and Stand-in does not contain c")]
    public void A_condition_reads_as_people_say_it(string text, string expected) => Assert.Equal(expected, Phrases("en").Of(ConditionText.Read(text).Condition!));

    [Fact]
    public void It_reads_in_the_readers_language() =>
        Assert.Equal("天数 > 3 且 类型 属于 年假、病假", Phrases("zh").Of(ConditionText.Read("days > 3 and kind in (1, 2)").Condition!));

    [Fact]
    public void What_always_or_never_holds_says_so()
    {
        Assert.Equal("always", Phrases("en").Of(new Condition.All([])));
        Assert.Equal("never", Phrases("en").Of(new Condition.Any([])));
    }

    [Fact]
    public void What_is_known_of_the_creator_reads_by_names() =>
        Assert.Equal("Trading, Engineering, Everything", Phrases("en").Value(CreatorFacts.Department, CreatorFacts.Find(CreatorFacts.Department, Cast.Ann, Cast.Company)!));

    private static ConditionPhrases Phrases(string language) => new(key => Fields.FirstOrDefault(field => field.Key == key), language, Cast.Company);

    private static FormField Field(string key, Caption name, FieldType type) => new() { Id = new FieldId(1), Key = key, Name = name, Type = type };
}
