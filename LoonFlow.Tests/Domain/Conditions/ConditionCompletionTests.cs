using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Conditions;

public sealed class ConditionCompletionTests
{
    private static readonly IReadOnlyList<ConditionSubject> Subjects = ConditionSubject.Of(Leave.Document.Fields, withTicket: true);

    [Theory]
    [InlineData("", "days")]
    [InlineData("da", "days")]
    [InlineData("days > 3 and ki", "kind")]
    [InlineData("(", "days")]
    [InlineData("{da", "days")]
    [InlineData("days ", "==")]
    [InlineData("days not ", "in (")]
    [InlineData("kind == ", "\"annual\"")]
    [InlineData("kind == \"si", "\"sick\"")]
    [InlineData("kind in (\"sick\", ", "\"annual\"")]
    [InlineData("proxy == b", "\"bob\"")]
    [InlineData("creator.role in (", "1")]
    [InlineData("days > 3 ", "and")]
    [InlineData("reason is ", "empty")]
    public void What_may_follow_is_offered(string before, string offered)
    {
        var completion = ConditionCompletion.At(before, before.Length, Subjects, Cast.Company);

        Assert.Contains(completion.Suggestions, suggestion => suggestion.Insert == offered);
    }

    [Theory]
    [InlineData("am", "sum(items.amount)")]
    [InlineData("sum(items.amount) ", ">")]
    [InlineData("items ", "is empty")]
    public void Tables_are_asked_for_their_sums(string before, string offered)
    {
        var table = new FormField { Id = new FieldId(1), Key = "items", Name = "Items", Type = FieldType.Table, Columns = [new FormField { Id = new FieldId(2), Key = "amount", Name = "Amount", Type = FieldType.Decimal }] };
        var subjects = ConditionSubject.Of([table], withTicket: false);

        Assert.Contains(ConditionCompletion.At(before, before.Length, subjects, Cast.Company).Suggestions, suggestion => suggestion.Insert == offered);
    }

    [Fact]
    public void Rows_say_sums_and_come_back_as_they_were()
    {
        var condition = ConditionText.Read("sum(items.amount) > 1000").Condition!;

        var rows = ConditionRows.Of(condition)!;

        Assert.Equal("sum(items.amount)", rows[0][0].Field);
        Assert.Equal("sum(items.amount) > 1000", ConditionText.Write(ConditionRows.Join(rows)));
    }

    [Fact]
    public void Nothing_is_offered_for_what_is_written_out()
    {
        Assert.Empty(ConditionCompletion.At("reason", 6, Subjects, Cast.Company).Suggestions);
    }

    [Fact]
    public void People_are_found_by_the_name_that_others_read()
    {
        var completion = ConditionCompletion.At("proxy == Ol", 11, Subjects, Cast.Company);

        Assert.Equal(["\"olga\""], completion.Suggestions.Select(suggestion => suggestion.Insert));
    }

    [Fact]
    public void What_is_chosen_takes_the_place_of_the_word_around_the_caret()
    {
        var completion = ConditionCompletion.At("ki == \"sick\"", 1, Subjects, Cast.Company);

        var (text, caret) = completion.Put("ki == \"sick\"", completion.Suggestions.First(suggestion => suggestion.Insert == "kind"));

        Assert.Equal("kind == \"sick\"", text);
        Assert.Equal(4, caret);
    }

    [Fact]
    public void No_place_of_any_text_is_too_odd_to_ask_about()
    {
        const string text = "days >= 3 and (kind in (\"sick\", 'x\\'') or not {reason} contains \"a\") && proxy == ";

        for (var caret = 0; caret <= text.Length; caret++)
        {
            Assert.NotNull(ConditionCompletion.At(text, caret, Subjects, Cast.Company));
            Assert.NotNull(ConditionCompletion.At(text[caret..], text.Length - caret, Subjects, Cast.Company));
        }
    }
}
