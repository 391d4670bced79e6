using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Tickets.Drafts;
using LoonFlow.Web.Features.Tickets.Forms;

namespace LoonFlow.Tests.Features.Tickets.Forms;

public sealed class FormSheetTests
{
    private static readonly string Number = Fields.KeyOf(FieldType.Integer);
    private static readonly string Area = Fields.KeyOf(FieldType.TextArea);
    private static readonly string Words = Fields.KeyOf(FieldType.Text);
    private static readonly FormEntry Title = new(BuiltInField.Title, BuiltInField.TitleField, FieldAccess.Required, 20);

    [Fact]
    public void Only_what_differs_is_sent()
    {
        var sheet = Sheet("Old", FieldValues.Of((Number, new FieldValue.Integer(1)), (Words, new FieldValue.Text("same"))), Title, Fields.Entry(FieldType.Integer), Fields.Entry(FieldType.Text));

        sheet.Fill(Number, new FieldInput(new FieldValue.Integer(2)));
        sheet.Fill(Words, new FieldInput(new FieldValue.Text("same")));

        var changes = sheet.Read(requiresFields: true).Value;
        Assert.Null(changes.Title);
        Assert.Equal(new FieldValue.Integer(2), Assert.Single(changes.Values).Value);
    }

    [Fact]
    public void What_was_emptied_is_sent_as_nothing()
    {
        var sheet = Sheet("Old", FieldValues.Of((Number, new FieldValue.Integer(1))), Title, Fields.Entry(FieldType.Integer));

        sheet.Fill(Number, FieldInput.Nothing);
        sheet.Fill(BuiltInField.Title, FieldInput.Nothing);

        var changes = sheet.Read(requiresFields: false).Value;
        Assert.Equal(string.Empty, changes.Title);
        Assert.Null(Assert.Single(changes.Values).Value);
    }

    [Fact]
    public void A_fresh_form_sends_its_defaults()
    {
        FormEntry[] entries = [Fields.Entry(FieldType.Integer, change: field => field with { Default = "7" })];

        var changes = new FormSheet(entries, null, FieldValues.None, TimeZoneInfo.Utc).Read(requiresFields: true).Value;

        Assert.Equal(new FieldValue.Integer(7), changes.Values[Number]);
    }

    [Fact]
    public void A_form_of_an_existing_ticket_has_no_defaults()
    {
        var sheet = Sheet("Old", FieldValues.None, Fields.Entry(FieldType.Integer, change: field => field with { Default = "7" }));

        Assert.Empty(sheet.Read(requiresFields: true).Value.Values);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var sheet = Sheet(null, FieldValues.None, Title, Fields.Entry(FieldType.Integer), Fields.Entry(FieldType.Text, FieldAccess.Required));

        sheet.Fill(Number, new FieldInput(null, "abc", IsSettled: false));

        var problems = sheet.Read(requiresFields: true).Refusal!.Fields;
        Assert.Equal(["title field.required", $"{Number} field.wrong_type", $"{Words} field.required"], problems.Select(problem => $"{problem.Key} {problem.Code}"));
    }

    [Fact]
    public void Where_fields_are_not_required_only_what_cannot_be_read_is_wrong()
    {
        var sheet = Sheet(null, FieldValues.None, Title, Fields.Entry(FieldType.Integer));

        sheet.Fill(Number, new FieldInput(null, "abc"));

        Assert.Equal(Number, Assert.Single(sheet.Read(requiresFields: false).Refusal!.Fields).Key);
    }

    [Fact]
    public void Nothing_is_complained_of_while_it_is_being_typed()
    {
        var sheet = Sheet(null, FieldValues.None, Fields.Entry(FieldType.Integer));

        sheet.Fill(Number, new FieldInput(null, "-", IsSettled: false));
        var whileTyping = sheet.ProblemAt(Fields.Of(FieldType.Integer));
        sheet.Fill(Number, new FieldInput(null, "-", IsSettled: true));

        Assert.Null(whileTyping);
        Assert.NotNull(sheet.ProblemAt(Fields.Of(FieldType.Integer)));
    }

    [Fact]
    public void A_starting_text_that_nobody_completed_does_not_fill_a_required_field()
    {
        FormEntry[] entries = [Fields.Entry(FieldType.TextArea, FieldAccess.Required, field => field with { Template = "Why:\nWhen:" })];
        var sheet = new FormSheet(entries, null, FieldValues.None, TimeZoneInfo.Utc);

        var untouched = sheet.Read(requiresFields: true);
        sheet.Fill(Area, new FieldInput(new FieldValue.Text("Why: rain\nWhen: today")));

        Assert.Equal("field.required", Assert.Single(untouched.Refusal!.Fields).Code);
        Assert.True(sheet.Read(requiresFields: true).Succeeded);
    }

    [Fact]
    public void A_draft_brings_back_all_that_was_typed_even_what_cannot_be_read()
    {
        FormEntry[] entries = [Title, Fields.Entry(FieldType.Integer), Fields.Entry(FieldType.Text), Fields.Entry(FieldType.TextArea)];
        var values = FieldValues.Of((Area, new FieldValue.Text("stored")));
        var before = Sheet("Old", values, entries);
        before.Fill(BuiltInField.Title, new FieldInput(new FieldValue.Text("New")));
        before.Fill(Number, new FieldInput(null, "12x"));
        before.Fill(Area, FieldInput.Nothing);

        var after = Sheet("Old", values, entries);
        after.Restore(before.Draft("a comment"));

        Assert.Equal("New", (after[BuiltInField.Title].Value as FieldValue.Text)?.Value);
        Assert.Equal("12x", after[Number].Typed);
        Assert.Null(after[Area].Value);
        Assert.Null(after[Words].Value);
    }

    [Fact]
    public void A_form_that_nobody_touched_leaves_no_draft()
    {
        FormEntry[] entries = [Fields.Entry(FieldType.Integer, change: field => field with { Default = "7" })];

        Assert.True(new FormSheet(entries, null, FieldValues.None, TimeZoneInfo.Utc).Draft(string.Empty).IsEmpty);
    }

    [Fact]
    public void A_draft_writes_nothing_that_is_not_writable_now()
    {
        var sheet = Sheet("Old", FieldValues.None, Fields.Entry(FieldType.Integer, FieldAccess.ReadOnly), Fields.Entry(FieldType.Text));

        sheet.Restore(new DraftContent(Form.With((Number, new FieldValue.Integer(666))), new Dictionary<string, string> { ["gone"] = "x" }, string.Empty));

        Assert.Empty(sheet.Read(requiresFields: true).Value.Values);
    }

    private static FormSheet Sheet(string? title, FieldValues values, params FormEntry[] entries) => new(entries, title, values, defaultsIn: null);
}
