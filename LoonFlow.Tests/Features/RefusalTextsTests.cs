using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Files;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Features;

public sealed class RefusalTextsTests : ScreenTest
{
    public RefusalTextsTests()
    {
        Services.AddSingleton<RefusalTexts>();
        Services.AddSingleton<ProblemTexts>();
    }

    private static IEnumerable<Refusal> MadeRefusals =>
        [FileRefusals.TooLarge("a.pdf", 20 * 1_048_576), FileRefusals.TypeNotAllowed("a.exe"), FileRefusals.Empty("a.txt"), FileRefusals.NotFound, FileRefusals.Malformed];

    private static IEnumerable<FieldProblem> Problems => Fields.Types.Select(type => Fields.Of(type)).SelectMany(one => (FieldProblem[])
    [
        FieldProblems.Missing(one),
        FieldProblems.WrongType(one),
        FieldProblems.TooLong(one, 9),
        FieldProblems.TooMany(one, 9),
        FieldProblems.NotAChoice(one, "z"),
        FieldProblems.UnknownPerson(one, "z"),
        FieldProblems.UnknownFile(one, "z"),
        FieldProblems.TooSmall(one, 9),
        FieldProblems.TooLarge(one, 9),
        FieldProblems.TooShort(one, 9),
        FieldProblems.WrongForm(one, hint: null),
        FieldProblems.NotOffered(one, "z", "y"),
        FieldProblems.CheckFailed(one, Caption.Empty),
        FieldProblems.InCell(one, 3, one, FieldProblems.TooSmall(one, 9)),
    ]);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_problem_of_a_field_has_its_own_words(string culture)
    {
        Speak(culture);
        var texts = Services.GetRequiredService<ProblemTexts>();

        Assert.All(Problems, problem => Assert.NotEqual(problem.Message, texts.Of(problem)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_refused_file_has_its_own_words(string culture)
    {
        Speak(culture);
        var texts = Services.GetRequiredService<RefusalTexts>();

        Assert.All(MadeRefusals, refusal => Assert.DoesNotContain("{", texts.Of(refusal), StringComparison.Ordinal));
        Assert.All(MadeRefusals.Where(_ => CultureInfo.CurrentUICulture.Name == "zh-CN"), refusal => Assert.NotEqual(refusal.Message, texts.Of(refusal)));
    }

    [Fact]
    public void A_wrong_value_is_explained_by_the_kind_of_field()
    {
        var texts = Services.GetRequiredService<ProblemTexts>();
        var problem = FieldProblems.WrongType(Fields.Of(FieldType.Integer));

        Assert.Contains("whole number", texts.Of(problem, FieldType.Integer), StringComparison.Ordinal);
        Assert.DoesNotContain("whole number", texts.Of(problem), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_code_is_said_in_the_words_of_the_program() =>
        Assert.Equal("Nobody knows.", Services.GetRequiredService<RefusalTexts>().Of(new Refusal(RefusalKind.Conflict, "no.such_code", "Nobody knows.")));

    [Fact]
    public void A_gap_in_the_arguments_breaks_nothing() =>
        Assert.Contains("“”", Services.GetRequiredService<RefusalTexts>().Of(TicketRefusals.NobodyToAct), StringComparison.Ordinal);
}
