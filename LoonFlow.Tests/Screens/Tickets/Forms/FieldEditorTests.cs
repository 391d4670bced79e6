using AngleSharp.Dom;
using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Tickets.Forms;
using LoonFlow.Web.Features.Tickets.Forms.Editors;

namespace LoonFlow.Tests.Screens.Tickets.Forms;

public sealed class FieldEditorTests : FormScreen
{
    public static TheoryData<FieldType> Types => [.. Fields.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_has_a_control_with_its_label(FieldType type)
    {
        var form = Draw([Fields.Entry(type)]);

        Assert.Contains($"Field {type}", form.Find(".lf-field-label").TextContent, StringComparison.Ordinal);
        Assert.NotNull(form.Find($"#{IdOf(type)}"));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_shows_the_value_it_was_given_and_sends_nothing_while_it_stays(FieldType type)
    {
        var form = Draw([Fields.Entry(type)], FieldValues.Of((Fields.KeyOf(type), Fields.Sample(type))));

        Assert.Empty(Read(form).Value.Values);
        Assert.DoesNotContain("lf-errors", form.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_says_at_its_control_what_is_wrong(FieldType type)
    {
        var field = Fields.Of(type);

        var form = Draw([Fields.Entry(type, FieldAccess.Required)], problems: [FieldProblems.Missing(field)]);

        var control = form.Find($"#{IdOf(type)}");
        Assert.Contains($"{IdOf(type)}-error", control.GetAttribute("aria-describedby")!.Split(' '));
        Assert.Equal(type is FieldType.Table, form.FindAll($"[aria-invalid=true]") is []);
        Assert.Contains("Please fill this in.", form.Find($"#{IdOf(type)}-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(IdOf(type), form.Find(".lf-errors a").GetAttribute("data-focus"));
    }

    [Fact]
    public void Text_is_taken_as_it_is_typed()
    {
        var form = Draw([Fields.Entry(FieldType.Text)]);

        form.Find("input[type=text]").Input(" two  words ");

        Assert.Equal(new FieldValue.Text(" two  words "), Sent(form, FieldType.Text));
        Assert.Equal(1, Changes);
    }

    [Fact]
    public void What_is_typed_is_data_and_never_markup()
    {
        var form = Draw([Fields.Entry(FieldType.TextArea), Fields.Entry(FieldType.Text, FieldAccess.ReadOnly)], FieldValues.Of((Fields.KeyOf(FieldType.Text), new FieldValue.Text("<b onclick=x>bold</b>"))));

        form.Find("textarea").Input("<script>alert(1)</script>");

        Assert.Empty(form.FindAll("script, b"));
        Assert.Contains("<b onclick=x>", form.Find("dd").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_read_and_stays_as_it_was_typed()
    {
        var form = Draw([Fields.Entry(FieldType.Decimal)]);

        form.Find("input").Input("1,250.50");

        Assert.Equal(new FieldValue.Decimal(1250.50m), Sent(form, FieldType.Decimal));
        Assert.Equal("1,250.50", form.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void What_is_no_number_is_said_when_the_control_is_left_and_blocks_sending()
    {
        var form = Draw([Fields.Entry(FieldType.Integer)]);

        form.Find("input").Input("abc");
        var whileTyping = form.FindAll(".lf-field-error").Count;
        form.Find("input").Change("abc");

        Assert.Equal(0, whileTyping);
        Assert.Contains("Enter a whole number", form.Find(".lf-field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("abc", form.Find("input").GetAttribute("value"));
        Assert.Equal("field.wrong_type", Assert.Single(Read(form, requiresFields: false).Refusal!.Fields).Code);
    }

    [Fact]
    public void Yes_and_no_read_as_the_designer_wrote_them()
    {
        var form = Draw([Fields.Entry(FieldType.Boolean, change: field => field with { TrueCaption = new Caption("要", "Wanted"), FalseCaption = new Caption("不要", "Not wanted") })]);

        form.FindAll("input[type=radio]")[1].Change(true);

        Assert.Equal(["Wanted", "Not wanted"], form.FindAll(".lf-segment").Select(segment => segment.TextContent.Trim()));
        Assert.Equal(new FieldValue.Boolean(false), Sent(form, FieldType.Boolean));
    }

    [Fact]
    public void A_choice_that_is_not_required_can_be_taken_back()
    {
        var form = Draw([Fields.Entry(FieldType.Radio)], FieldValues.Of((Fields.KeyOf(FieldType.Radio), new FieldValue.Text("a"))));

        form.Find(".lf-link-button").Click();

        Assert.Null(Read(form).Value.Values[Fields.KeyOf(FieldType.Radio)]);
        Assert.Empty(form.FindAll("input[checked]"));
    }

    [Fact]
    public void A_required_choice_cannot_be_taken_back()
    {
        var form = Draw([Fields.Entry(FieldType.Radio, FieldAccess.Required)], FieldValues.Of((Fields.KeyOf(FieldType.Radio), new FieldValue.Text("a"))));

        Assert.Empty(form.FindAll(".lf-link-button"));
    }

    [Fact]
    public void Ticks_are_kept_in_the_order_of_the_choices()
    {
        var form = Draw([Fields.Entry(FieldType.Checkbox)]);

        form.FindAll("input[type=checkbox]")[2].Change(true);
        form.FindAll("input[type=checkbox]")[0].Change(true);

        Assert.Equal(new FieldValue.Texts(["a", "c"]), Sent(form, FieldType.Checkbox));
    }

    [Fact]
    public void One_of_a_few_is_chosen_from_a_plain_list()
    {
        var form = Draw([Fields.Entry(FieldType.Select)]);

        form.Find("select").Change("b");

        Assert.Equal(new FieldValue.Text("b"), Sent(form, FieldType.Select));
        Assert.Equal(["Choose …", "Alpha", "Beta", "Gamma"], form.FindAll("option").Select(option => option.TextContent));
    }

    [Fact]
    public void One_of_many_is_found_by_typing()
    {
        var form = Draw([Fields.Entry(FieldType.Select, change: field => field with { Choices = [.. Enumerable.Range(1, 30).Select(number => new Choice($"{number}", $"City {number}"))] })]);

        form.Find("[role=combobox]").Input("city 17");
        form.Find("[role=combobox]").KeyDown("Enter");

        Assert.Equal(new FieldValue.Text("17"), Sent(form, FieldType.Select));
    }

    [Fact]
    public void Several_are_chosen_one_after_the_other()
    {
        var form = Draw([Fields.Entry(FieldType.MultiSelect)]);

        form.Find("[role=combobox]").Click();
        form.FindAll("[role=option]")[0].Click();
        form.FindAll("[role=option]")[1].Click();

        Assert.Equal(new FieldValue.Texts(["a", "b"]), Sent(form, FieldType.MultiSelect));
        Assert.Equal(["Alpha", "Beta"], form.FindAll(".lf-chip .lf-clip").Select(chip => chip.TextContent));
    }

    [Fact]
    public void People_are_found_by_department_and_only_while_they_are_active()
    {
        var form = Draw([Fields.Entry(FieldType.Users)]);

        form.Find("[role=combobox]").Input("operations");
        var found = form.FindAll("[role=option] .lf-combobox-text > :first-child").Select(option => option.TextContent).ToArray();
        form.Find("[role=combobox]").Input("ivan");

        Assert.Equal(2, found.Length);
        Assert.Contains("Nothing found", form.Find("[role=listbox]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void One_person_takes_the_place_of_another()
    {
        var form = Draw([Fields.Entry(FieldType.User)], FieldValues.Of((Fields.KeyOf(FieldType.User), new FieldValue.Text("bob"))));

        form.Find("[role=combobox]").Input("cleo");
        form.Find("[role=combobox]").KeyDown("Enter");

        Assert.Equal(new FieldValue.Text("cleo"), Sent(form, FieldType.User));
    }

    [Fact]
    public void A_date_and_a_time_are_taken_from_the_browsers_own_controls()
    {
        var form = Draw([Fields.Entry(FieldType.Date), Fields.Entry(FieldType.DateTime)]);

        form.Find("input[type=date]").Change("2026-03-09");
        form.Find("input[type=datetime-local]").Change("2026-03-09T09:00");

        Assert.Equal(new FieldValue.Date(new DateOnly(2026, 3, 9)), Sent(form, FieldType.Date));
        Assert.Equal(new FieldValue.Moment(new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero)), Sent(form, FieldType.DateTime));
    }

    [Fact]
    public async Task A_file_that_arrived_stands_in_the_list_and_can_be_removed()
    {
        var form = Draw([Fields.Entry(FieldType.Attachment)]);
        var editor = form.FindComponent<AttachmentEditor>();
        var id = Guid.CreateVersion7();

        await editor.InvokeAsync(() => editor.Instance.Began(1, "plan.pdf", 2_048));
        await editor.InvokeAsync(() => editor.Instance.Advanced(1, 40));
        var progress = form.Find("progress").GetAttribute("value");
        await editor.InvokeAsync(() => editor.Instance.DoneAsync(1, id, "plan.pdf", 2_048));
        var sent = Sent(form, FieldType.Attachment);
        form.Find("[aria-label='Remove plan.pdf']").Click();

        Assert.Equal("40", progress);
        Assert.Equal(new FieldValue.Files([new AttachedFile(new FileId(id), "plan.pdf", 2_048)]), sent);
        Assert.Empty(form.FindAll(".lf-file"));
    }

    [Fact]
    public async Task A_file_that_was_refused_says_why()
    {
        var form = Draw([Fields.Entry(FieldType.Attachment)]);
        var editor = form.FindComponent<AttachmentEditor>();

        await editor.InvokeAsync(() => editor.Instance.Began(1, "film.mov", 99_000_000));
        await editor.InvokeAsync(() => editor.Instance.Failed(1, "Larger than 20 MB."));

        Assert.Equal("Larger than 20 MB.", form.Find(".lf-file--bad .lf-file-problem").TextContent);
        Assert.Empty(Read(form).Value.Values);
    }

    private static FieldValue? Sent(IRenderedComponent<FieldForm> form, FieldType type) => Read(form).Value.Values[Fields.KeyOf(type)];

    private static string IdOf(FieldType type) => $"field-{Fields.KeyOf(type).Replace('_', '-')}";
}
