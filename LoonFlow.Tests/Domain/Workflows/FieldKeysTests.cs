using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Trials;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class FieldKeysTests
{
    private static readonly StateId Child = new(9);

    /// <summary>A document in which everything that can speak of a field speaks of "freight".</summary>
    private static readonly WorkflowDocument Everything = Order.Document with
    {
        Fields =
        [
            .. Order.Document.Fields.Select(field => field.Key switch
            {
                "code" => field with { ShowWhen = Order.Condition("freight > 3"), RequireWhen = Order.Condition("freight > 4") },
                "city" => field with { CascadesFrom = "freight" },
                "items" => field with { Columns = [.. field.Columns.SkipLast(1), field.Columns[^1] with { Formula = Order.Formula("count * price + freight") }] },
                _ => field,
            }),
        ],
        States =
        [
            .. Order.Document.States,
            new State
            {
                Id = Child,
                Name = "Children",
                Participants = new ParticipantSpec.Union([new ParticipantSpec.Fields(["freight"])]),
                Children = new ChildrenSetting { Field = "freight", Title = "{item} for {freight}", Down = [new ValueMapping("freight", "freight")], Up = [new ValueMapping("freight", "freight")] },
            },
        ],
        Transitions = [.. Order.Document.Transitions.Select(transition => transition with { Branches = [new Branch(Order.Condition("freight in (1, 2)"), Child)] })],
        DisplayFields = ["freight", "total"],
        Checks = [new FormCheck(Order.Condition("freight < total"), "Too dear", "freight")],
        Layout = new FormLayout([new FormTab("A", [new FormSection("B", [new FormRow(["freight", "total"])])])]),
        TitleTemplate = "{freight} {{freight}} { freight } {freights}",
        Notices = new NoticeSettings { Templates = [new NoticeTemplate(NoticeEvent.Forwarded, new Caption("{title}", "{freight}"), "…{freight}")] },
    };

    [Fact]
    public void Every_place_that_speaks_of_a_field_is_found()
    {
        Assert.Equal(
            Enum.GetValues<FieldUseKind>().Order(),
            FieldUses.Of(Everything, "freight").Select(use => use.Kind).Distinct().Order());
        Assert.Equal([Child], FieldUses.Of(Everything, "freight").Where(use => use.Kind is FieldUseKind.Participants).Select(use => use.State!.Value));
        Assert.Equal(["items", "total"], FieldUses.Of(Everything, "freight").Where(use => use.Kind is FieldUseKind.Formula).Select(use => use.Field!));
    }

    [Fact]
    public void A_renamed_field_is_spoken_of_by_its_new_key_wherever_it_was_by_its_old_one()
    {
        var renamed = FieldKeys.Rename(Everything, "freight", "shipping");

        Assert.Empty(FieldUses.Of(renamed, "freight"));
        Assert.Equal(FieldUses.Of(Everything, "freight").Select(use => use.Kind), FieldUses.Of(renamed, "shipping").Select(use => use.Kind));
        Assert.Equal("{shipping} {{freight}} {shipping} {freights}", renamed.TitleTemplate);
        Assert.Contains(renamed.Fields, field => field.Key == "shipping");
        Assert.DoesNotContain(renamed.Fields, field => field.Key == "freight");
    }

    [Fact]
    public void What_belongs_to_another_workflow_keeps_its_name()
    {
        var children = FieldKeys.Rename(Everything, "freight", "shipping").States[^1].Children!;

        Assert.Equal([new ValueMapping("shipping", "freight")], children.Down);
        Assert.Equal([new ValueMapping("freight", "shipping")], children.Up);
    }

    [Fact]
    public void Renaming_there_and_back_changes_nothing()
    {
        var back = FieldKeys.Rename(FieldKeys.Rename(Everything, "freight", "shipping"), "shipping", "freight");

        Assert.Equal(LoonFlow.Web.Data.Json.DomainJson.Write(Everything with { TitleTemplate = null }), LoonFlow.Web.Data.Json.DomainJson.Write(back with { TitleTemplate = null }));
    }

    [Fact]
    public void A_renamed_column_is_summed_up_and_calculated_with_under_its_new_key()
    {
        var renamed = FieldKeys.RenameColumn(FieldKeys.RenameColumn(Order.Document, "items", "amount", "sum"), "items", "price", "each");

        Assert.Equal("sum(items.sum) + freight", LoonFlow.Domain.Conditions.ConditionText.Write(renamed.Fields.Single(field => field.Key == "total").Formula!));
        Assert.Equal("count * each", LoonFlow.Domain.Conditions.ConditionText.Write(renamed.Fields.Single(field => field.Key == "items").Columns[^1].Formula!));
        Assert.DoesNotContain(PublishingRules.Problems(renamed, Cast.Company), problem => problem.Severity is ProblemSeverity.Error);
    }

    [Fact]
    public void A_field_that_is_removed_has_no_place_on_any_form_and_what_asks_for_it_is_reported()
    {
        var without = FieldKeys.Remove(Everything, "freight");

        Assert.DoesNotContain(FieldUses.Of(without, "freight"), use => use.Kind is FieldUseKind.Access or FieldUseKind.Display or FieldUseKind.Layout);
        Assert.Contains(PublishingRules.Problems(without, Cast.Company), problem => problem.Code == "workflow.condition_field_unknown");
    }

    [Fact]
    public void A_state_that_showed_only_the_field_that_is_removed_does_not_show_everything_then()
    {
        var document = Order.Document with { States = [.. Order.Document.States.Select(state => state.Id == Order.Check ? state with { Access = Sketch.Access("freight") } : state)] };

        var shown = FormRules.ForHandling(Order.VersionOf(FieldKeys.Remove(document, "freight")), FieldKeys.Remove(document, "freight").States.Single(state => state.Id == Order.Check));

        Assert.Equal([BuiltInField.Title], shown.Select(entry => entry.Key));
    }

    [Fact]
    public void Viewers_who_saw_only_the_field_that_is_removed_do_not_see_everything_then()
    {
        var document = FieldKeys.Remove(Order.Document with { DisplayFields = ["freight"] }, "freight");

        Assert.Equal([BuiltInField.Title], FormRules.ForViewing(Order.VersionOf(document)).Select(entry => entry.Key));
    }

    [Fact]
    public void Kept_trials_fill_in_a_field_and_a_column_under_their_new_keys()
    {
        var values = FieldValues.Of(("freight", new FieldValue.Decimal(3)), ("items", Order.Rows(Order.Row("Chair", count: 2))));
        var trial = new KeptTrial("Chairs", DateTimeOffset.UnixEpoch, [new KeptStep(new TrialStep.Submit("ann", new TransitionId(1), "Chairs", values), [Order.Check])]);

        var renamed = FieldKeys.RenameColumn(FieldKeys.Rename(Order.Document with { Trials = [trial] }, "freight", "shipping"), "items", "what", "thing");

        var filled = Assert.IsType<TrialStep.Submit>(renamed.Trials.Single().Steps.Single().Step).Values;
        Assert.Equal(new FieldValue.Decimal(3), filled["shipping"]);
        Assert.Equal(["count", "thing"], Assert.IsType<FieldValue.Rows>(filled["items"]).Values.Single().Select(cell => cell.Key));
    }

    [Fact]
    public void A_column_that_is_called_like_a_field_is_not_that_field() =>
        Assert.DoesNotContain(FieldUses.Of(Order.Document, "count"), use => use.Kind is FieldUseKind.Formula);
}
