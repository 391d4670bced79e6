using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Forms;

public sealed class FormRulesTests
{
    private static readonly FileId Fresh = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private static readonly FileId Foreign = new(Guid.Parse("00000000-0000-0000-0000-000000000002"));

    [Fact]
    public void A_handler_sees_the_fields_of_the_state_in_order_with_their_access()
    {
        var entries = FormRules.ForHandling(Leave.Version, Leave.Version.State(Leave.Hr));

        Assert.Equal(
            [("title", FieldAccess.ReadOnly), ("days", FieldAccess.ReadOnly), ("kind", FieldAccess.ReadOnly), ("hr_note", FieldAccess.Required)],
            entries.Select(entry => (entry.Key, entry.Access)));
    }

    [Fact]
    public void Built_in_fields_stand_at_their_own_positions_and_are_never_writable()
    {
        var version = Form("gmt_created!", "title", "text?", "sn!");

        var entries = FormRules.ForHandling(version, version.Start);

        Assert.Equal(["sn", "title", "gmt_created", "text"], entries.Select(entry => entry.Key));
        Assert.Equal(["text"], entries.Where(entry => entry.IsWritable).Select(entry => entry.Key));
    }

    [Fact]
    public void A_state_that_names_no_field_shows_every_field_read_only_instead_of_an_empty_form()
    {
        var version = Form();

        var entries = FormRules.ForHandling(version, version.Start);

        Assert.Equal(version.Fields.Count + 1, entries.Count);
        Assert.DoesNotContain(entries, entry => entry.IsWritable);
    }

    [Fact]
    public void A_viewer_sees_the_display_fields_read_only()
    {
        var version = Displaying("text", "title", "state.state_name", "unheard_of", "text");

        var entries = FormRules.ForViewing(version);

        Assert.Equal(["title", "state.state_name", "text"], entries.Select(entry => entry.Key));
        Assert.All(entries, entry => Assert.False(entry.IsWritable));
    }

    [Fact]
    public void Where_no_display_fields_are_named_a_viewer_sees_all()
    {
        Assert.Equal(Leave.Version.Fields.Count + 1, FormRules.ForViewing(Leave.Version).Count);
    }

    [Fact]
    public void Keys_that_name_no_field_are_not_shown()
    {
        var version = Form("unheard_of!", "text?");

        Assert.Equal(["text"], FormRules.ForHandling(version, version.Start).Select(entry => entry.Key));
    }

    [Theory]
    [MemberData(nameof(GoodValues))]
    public void A_value_of_the_right_type_is_accepted(string key, FieldValue value)
    {
        var result = Accept([$"{key}!"], sent: (key, value));

        Expect.Accepted(result);
        Assert.Equal(value, result.Value.Values[key]);
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_wrong_value_is_refused_with_its_code(string key, FieldValue value, string code)
    {
        var result = Accept([$"{key}?"], sent: (key, value));

        Expect.Refused(TicketRefusals.FormIncomplete, result);
        Assert.Equal([(key, code)], result.Refusal!.Fields.Select(problem => (problem.Key, problem.Code)));
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_problem_says_the_cure_in_words_and_carries_its_arguments(string key, FieldValue value, string code)
    {
        var problem = Accept([$"{key}?"], sent: (key, value)).Refusal!.Fields.Single();

        Assert.Contains(key, problem.Message, StringComparison.Ordinal);
        Assert.Equal(key, problem.Arguments[0]);
        Assert.Equal(code, problem.Code);
    }

    [Theory]
    [MemberData(nameof(EmptyValues))]
    public void An_empty_value_counts_as_missing(string key, FieldValue? value)
    {
        var result = Accept([$"{key}!"], sent: (key, value));

        Assert.Equal([(key, "field.required")], result.Refusal!.Fields.Select(problem => (problem.Key, problem.Code)));
    }

    [Theory]
    [MemberData(nameof(EmptyValues))]
    public void An_empty_value_clears_an_optional_field(string key, FieldValue? value)
    {
        var changes = Accept([$"{key}?"], sent: (key, value)).Value;

        var values = FieldValues.Of((key, new FieldValue.Text("before"))).With(changes.Values);

        Assert.Null(values[key]);
    }

    [Fact]
    public void False_and_zero_are_values()
    {
        Expect.Accepted(Accept(["yes!"], sent: ("yes", new FieldValue.Boolean(false))));
        Expect.Accepted(Accept(["integer!"], sent: ("integer", new FieldValue.Integer(0))));
    }

    [Fact]
    public void Every_problem_is_named_at_once_in_the_order_of_the_form()
    {
        var result = Accept(
            ["title!", "text!", "integer?", "radio?", "user!"],
            ("integer", new FieldValue.Text("three")),
            ("radio", new FieldValue.Text("green")),
            ("user", new FieldValue.Text("ivan")));

        Assert.Equal(
            ["title field.required", "text field.required", "integer field.wrong_type", "radio field.not_a_choice", "user field.unknown_person"],
            result.Refusal!.Fields.Select(problem => $"{problem.Key} {problem.Code}"));
    }

    [Fact]
    public void A_required_field_is_satisfied_by_what_is_stored()
    {
        var result = Accept(["text!", "title!"], stored: Support.Workflows.Form.With("Stored", ("text", new FieldValue.Text("stored"))));

        Expect.Accepted(result);
        Assert.Empty(result.Value.Values);
        Assert.Null(result.Value.Title);
    }

    [Fact]
    public void Clearing_a_required_field_is_refused_even_if_a_value_is_stored()
    {
        var result = FormRules.Accept(
            Form("text!"),
            Form("text!").Start,
            requiresFields: true,
            Support.Workflows.Form.With(("text", null)),
            Support.Workflows.Form.With(("text", new FieldValue.Text("stored"))),
            Facts);

        Assert.Equal(["field.required"], result.Refusal!.Fields.Select(problem => problem.Code));
    }

    [Fact]
    public void Without_the_check_a_required_field_may_stay_empty()
    {
        var version = Form("text!");

        Expect.Accepted(FormRules.Accept(version, version.Start, requiresFields: false, FieldChanges.None, FieldChanges.None, Facts));
    }

    [Fact]
    public void Read_only_hidden_and_unknown_fields_are_ignored()
    {
        var result = Accept(
            ["text", "integer?"],
            ("text", new FieldValue.Text("read-only")),
            ("date", new FieldValue.Text("hidden and wrong")),
            ("unheard_of", new FieldValue.Text("unknown")),
            ("integer", new FieldValue.Integer(1)));

        Assert.Equal(["integer"], result.Value.Values.Keys);
    }

    [Theory]
    [InlineData("creator")]
    [InlineData("state_id")]
    [InlineData("sn")]
    [InlineData("is_deleted")]
    public void A_base_column_is_never_written_whatever_a_designer_lists(string key)
    {
        var result = Accept([$"{key}!", "text?"], sent: (key, new FieldValue.Text("mine now")));

        Assert.Empty(result.Value.Values);
    }

    [Fact]
    public void A_title_is_trimmed_and_has_its_own_limit()
    {
        var version = Form("title!");

        var fine = FormRules.Accept(version, version.Start, true, Support.Workflows.Form.Titled("  A title "), FieldChanges.None, Facts);
        var tooLong = FormRules.Accept(
            version, version.Start, true, Support.Workflows.Form.Titled(new string('x', Ticket.MaxTitleLength + 1)), FieldChanges.None, Facts);

        Assert.Equal("A title", fine.Value.Title);
        Assert.Equal(["field.too_long"], tooLong.Refusal!.Fields.Select(problem => problem.Code));
    }

    [Fact]
    public void People_are_found_by_name_whatever_the_case()
    {
        Expect.Accepted(Accept(["user!"], sent: ("user", new FieldValue.Text(" BOB "))));
    }

    public static TheoryData<string, FieldValue> GoodValues() => new()
    {
        { "text", new FieldValue.Text("words") },
        { "text", new FieldValue.Text(new string('x', FormRules.MaxTextLength)) },
        { "area", new FieldValue.Text(new string('x', FormRules.MaxTextAreaLength)) },
        { "integer", new FieldValue.Integer(long.MinValue) },
        { "decimal", new FieldValue.Decimal(0.5m) },
        { "decimal", new FieldValue.Integer(3) },
        { "yes", new FieldValue.Boolean(true) },
        { "date", new FieldValue.Date(new DateOnly(2026, 2, 28)) },
        { "moment", new FieldValue.Moment(Story.Monday) },
        { "radio", new FieldValue.Text("red") },
        { "select", new FieldValue.Text("blue") },
        { "checkbox", new FieldValue.Texts(["red", "blue"]) },
        { "multi", new FieldValue.Texts(["blue"]) },
        { "user", new FieldValue.Text("bob") },
        { "users", new FieldValue.Texts(["bob", "eve"]) },
        { "files", new FieldValue.Files([new AttachedFile(Fresh, "plan.pdf", 10)]) },
    };

    public static TheoryData<string, FieldValue, string> BadValues() => new()
    {
        { "text", new FieldValue.Integer(1), "field.wrong_type" },
        { "text", new FieldValue.Texts(["a"]), "field.wrong_type" },
        { "text", new FieldValue.Text(new string('x', FormRules.MaxTextLength + 1)), "field.too_long" },
        { "area", new FieldValue.Text(new string('x', FormRules.MaxTextAreaLength + 1)), "field.too_long" },
        { "area", new FieldValue.Boolean(true), "field.wrong_type" },
        { "integer", new FieldValue.Text("3"), "field.wrong_type" },
        { "integer", new FieldValue.Decimal(3), "field.wrong_type" },
        { "decimal", new FieldValue.Text("3"), "field.wrong_type" },
        { "yes", new FieldValue.Integer(1), "field.wrong_type" },
        { "date", new FieldValue.Moment(Story.Monday), "field.wrong_type" },
        { "moment", new FieldValue.Date(new DateOnly(2026, 2, 28)), "field.wrong_type" },
        { "radio", new FieldValue.Text("green"), "field.not_a_choice" },
        { "radio", new FieldValue.Text("RED"), "field.not_a_choice" },
        { "select", new FieldValue.Texts(["red"]), "field.wrong_type" },
        { "checkbox", new FieldValue.Texts(["red", "green"]), "field.not_a_choice" },
        { "checkbox", new FieldValue.Text("red"), "field.wrong_type" },
        { "multi", new FieldValue.Texts(["red", ""]), "field.not_a_choice" },
        { "user", new FieldValue.Text("nobody"), "field.unknown_person" },
        { "user", new FieldValue.Text("ivan"), "field.unknown_person" },
        { "user", new FieldValue.Texts(["bob"]), "field.wrong_type" },
        { "users", new FieldValue.Texts(["bob", "ivan"]), "field.unknown_person" },
        { "users", new FieldValue.Texts(["bob", " "]), "field.unknown_person" },
        { "users", new FieldValue.Texts([.. Enumerable.Repeat("bob", FormRules.MaxPeople + 1)]), "field.too_many" },
        { "files", new FieldValue.Files([new AttachedFile(Foreign, "secret.pdf", 10)]), "field.unknown_file" },
        { "files", new FieldValue.Files([.. Enumerable.Repeat(new AttachedFile(Fresh, "plan.pdf", 10), FormRules.MaxFiles + 1)]), "field.too_many" },
        { "files", new FieldValue.Text("plan.pdf"), "field.wrong_type" },
    };

    public static TheoryData<string, FieldValue?> EmptyValues() => new()
    {
        { "text", null },
        { "text", new FieldValue.Text("") },
        { "text", new FieldValue.Text(" \t\n") },
        { "area", new FieldValue.Text("　") },
        { "radio", new FieldValue.Text("") },
        { "user", new FieldValue.Text("") },
        { "users", new FieldValue.Texts([]) },
        { "checkbox", new FieldValue.Texts([]) },
        { "files", new FieldValue.Files([]) },
        { "integer", null },
    };

    private static DecisionFacts Facts => new Story(Leave.Version).Facts with { UsableFiles = new HashSet<FileId> { Fresh } };

    private static Sketch EveryType => new Sketch("Every type")
        .Field("text", FieldType.Text)
        .Field("area", FieldType.TextArea)
        .Field("integer", FieldType.Integer)
        .Field("decimal", FieldType.Decimal)
        .Field("yes", FieldType.Boolean)
        .Field("date", FieldType.Date)
        .Field("moment", FieldType.DateTime)
        .Field("radio", FieldType.Radio, "red", "blue")
        .Field("select", FieldType.Select, "red", "blue")
        .Field("checkbox", FieldType.Checkbox, "red", "blue")
        .Field("multi", FieldType.MultiSelect, "red", "blue")
        .Field("user", FieldType.User)
        .Field("users", FieldType.Users)
        .Field("files", FieldType.Attachment);

    private static WorkflowVersion Form(params string[] access) => EveryType
        .Start(OneStep.New, "New", access)
        .Step(OneStep.Step, "Step", new ParticipantSpec.People([Cast.Bob]))
        .End(OneStep.Done, "Done")
        .Version(7);

    private static WorkflowVersion Displaying(params string[] keys) =>
        new(new VersionId(700), new WorkflowId(7), 1, Form().Document with { DisplayFields = keys });

    private static Result<FieldChanges> Accept(string[] access, params (string Key, FieldValue? Value)[] sent) =>
        Accept(access, FieldChanges.None, sent);

    private static Result<FieldChanges> Accept(string[] access, FieldChanges stored, params (string Key, FieldValue? Value)[] sent)
    {
        var version = Form(access);

        return FormRules.Accept(version, version.Start, requiresFields: true, Support.Workflows.Form.With(sent), stored, Facts);
    }
}
