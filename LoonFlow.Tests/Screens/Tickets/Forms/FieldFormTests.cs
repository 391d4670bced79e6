using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Tickets.Drafts;

namespace LoonFlow.Tests.Screens.Tickets.Forms;

public sealed class FieldFormTests : FormScreen
{
    private static readonly FormEntry Title = new(BuiltInField.Title, BuiltInField.TitleField, FieldAccess.Required, 20);

    public static TheoryData<FieldType, string> Readings => new()
    {
        { FieldType.Text, "First line\nSecond line" },
        { FieldType.Integer, "1,234" },
        { FieldType.Decimal, "12.50" },
        { FieldType.Boolean, "Yes" },
        { FieldType.Date, "9 Mar 2026" },
        { FieldType.DateTime, "9 Mar 2026, 09:00" },
        { FieldType.Radio, "Beta" },
        { FieldType.Select, "Beta" },
        { FieldType.TextArea, "First line\nSecond line" },
        { FieldType.Attachment, "plan.pdf 2 KB" },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void What_may_only_be_read_is_text_and_no_input(FieldType type, string expected)
    {
        var form = Draw([Fields.Entry(type, FieldAccess.ReadOnly)], FieldValues.Of((Fields.KeyOf(type), Fields.Sample(type))));

        var words = form.Find("dd").TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(expected, string.Join(' ', words));
        Assert.Empty(form.FindAll("input, textarea, select"));
    }

    [Fact]
    public void People_are_read_by_name()
    {
        var form = Draw([Fields.Entry(FieldType.Users, FieldAccess.ReadOnly)], FieldValues.Of((Fields.KeyOf(FieldType.Users), new FieldValue.Texts(["bob", "nobody"]))));

        var names = form.FindAll(".lf-chip .lf-clip").Select(chip => chip.TextContent).ToArray();

        Assert.Equal(LoonFlow.Tests.Support.Cast.Company.UserNamed("bob")!.Name, names[0]);
        Assert.Equal("nobody", names[1]);
    }

    [Theory]
    [InlineData(FieldType.Checkbox)]
    [InlineData(FieldType.MultiSelect)]
    public void Several_choices_are_read_one_by_one(FieldType type)
    {
        var form = Draw([Fields.Entry(type, FieldAccess.ReadOnly)], FieldValues.Of((Fields.KeyOf(type), Fields.Sample(type))));

        Assert.Equal(["Alpha", "Gamma"], form.FindAll("dd li").Select(choice => choice.TextContent.Trim()));
    }

    [Fact]
    public void A_file_is_a_link_to_download_it()
    {
        var form = Draw([Fields.Entry(FieldType.Attachment, FieldAccess.ReadOnly)], FieldValues.Of((Fields.KeyOf(FieldType.Attachment), Fields.Sample(FieldType.Attachment))));

        Assert.Equal("/files/01900000-0000-7000-8000-000000000001", form.Find(".lf-file a").GetAttribute("href"));
    }

    [Fact]
    public void What_was_not_filled_in_is_said_on_a_ticket_and_left_out_of_a_fresh_form()
    {
        FormEntry[] entries = [Fields.Entry(FieldType.Integer, FieldAccess.ReadOnly)];

        Assert.Contains("not filled in", Draw(entries).Find("dd").TextContent, StringComparison.Ordinal);
        Assert.Empty(Draw(entries, isNew: true).FindAll("dt"));
    }

    [Fact]
    public void Captions_speak_the_readers_language()
    {
        Speak("zh-CN");

        var form = Draw([Fields.Entry(FieldType.Radio, FieldAccess.Required)], problems: [FieldProblems.Missing(Fields.Of(FieldType.Radio))]);

        Assert.Contains("字段35", form.Find("legend").TextContent, StringComparison.Ordinal);
        Assert.Equal("字段35: 请填写此项。", form.Find(".lf-errors a").TextContent);
        Assert.Equal(["甲", "乙", "丙"], form.FindAll(".lf-option").Select(option => option.TextContent.Trim()));
    }

    [Fact]
    public void A_fresh_form_starts_with_its_defaults()
    {
        var form = Draw([Fields.Entry(FieldType.Integer, change: field => field with { Default = "7" })], isNew: true);

        Assert.Equal("7", form.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void What_is_put_right_is_crossed_out_and_stands_again_where_it_is_not()
    {
        var form = Draw([Title], isNew: true);
        Read(form);
        Assert.Empty(form.FindAll(".lf-errors .is-mended"));

        form.Find("input").Input("Holiday");
        Assert.Single(form.FindAll(".lf-errors .is-mended"));

        form.Find("input").Input("");
        Assert.Empty(form.FindAll(".lf-errors .is-mended"));
        Assert.Single(form.FindAll(".lf-errors li"));
    }

    [Fact]
    public void The_title_is_asked_for_like_any_field()
    {
        var form = Draw([Title], isNew: true);

        form.Find("#field-title").Input("Holiday");

        Assert.Equal("Holiday", Read(form).Value.Title);
    }

    [Fact]
    public void Missing_fields_are_shown_at_their_places_without_asking_the_server()
    {
        var form = Draw([Title, Fields.Entry(FieldType.Integer, FieldAccess.Required)], isNew: true);

        var result = Read(form);

        Assert.Equal(2, result.Refusal!.Fields.Count);
        Assert.Equal(["Title: Please fill this in.", "Field Integer: Please fill this in."], form.FindAll(".lf-errors a").Select(link => link.TextContent));
        Assert.Equal(2, form.FindAll(".lf-field-error").Count);
    }

    [Fact]
    public void A_complaint_goes_away_at_the_field_that_is_corrected()
    {
        var form = Draw([Title], isNew: true);
        Read(form);

        form.Find("#field-title").Input("Holiday");

        Assert.Empty(form.FindAll(".lf-field-error"));
        Assert.True(Read(form).Succeeded);
        Assert.Empty(form.FindAll(".lf-errors"));
    }

    [Fact]
    public void Looking_ahead_complains_of_nothing()
    {
        var form = Draw([Title], isNew: true);

        var refused = form.Instance.Peek(requiresFields: true);

        Assert.False(refused.Succeeded);
        Assert.Empty(form.FindAll(".lf-errors, .lf-field-error"));
    }

    [Fact]
    public void A_draft_is_put_on_top_of_the_values()
    {
        var form = Draw([Fields.Entry(FieldType.Integer)], FieldValues.Of((Fields.KeyOf(FieldType.Integer), new FieldValue.Integer(1))));

        form.Render(parameters => parameters.Add(f => f.Restored, new DraftContent(Form.With((Fields.KeyOf(FieldType.Integer), new FieldValue.Integer(2))), new Dictionary<string, string>(), string.Empty)));

        Assert.Equal("2", form.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void What_was_typed_stays_when_the_ticket_changes_below_it()
    {
        FormEntry[] entries = [Fields.Entry(FieldType.Text), Fields.Entry(FieldType.Integer)];
        var form = Draw(entries);
        form.Find($"#field-my-text").Input("mine");

        form.Render(parameters => parameters.Add(f => f.Values, FieldValues.Of((Fields.KeyOf(FieldType.Integer), new FieldValue.Integer(5)))));

        Assert.Equal("mine", form.Find("#field-my-text").GetAttribute("value"));
        Assert.Equal("5", form.Find("#field-my-integer").GetAttribute("value"));
    }

    [Fact]
    public void Built_in_fields_are_shown_where_there_is_something_to_say()
    {
        FormEntry[] entries = [new(BuiltInField.Serial, null, FieldAccess.ReadOnly, 10), new(BuiltInField.Creator, null, FieldAccess.ReadOnly, 80)];

        var form = Draw(entries);
        form.Render(parameters => parameters.Add(f => f.BuiltIns, new Dictionary<string, string> { [BuiltInField.Creator] = "Ann" }));

        Assert.Equal(["Filed by"], form.FindAll("dt").Select(term => term.TextContent));
        Assert.Equal("Ann", form.Find("dd").TextContent.Trim());
    }
}
