using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Workflows.Exchange;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class WorkflowFileTests
{
    private static readonly ILookup<WorkflowId, WorkflowId> NoChildren = Array.Empty<WorkflowId>().ToLookup(id => id);
    private static readonly ReferenceNames Names = new(Cast.Company, Known(), new Dictionary<long, string> { [7] = "Ops group" }, new HashSet<string> { "work.py" });
    private static readonly IReadOnlyDictionary<ReferenceName, long?> Nothing = new Dictionary<ReferenceName, long?>();

    public static TheoryData<string> Samples => [.. Documents.Keys];

    private static Dictionary<string, WorkflowDocument> Documents { get; } = new(
        Enumerable.Range(0, 60).Select(seed => KeyValuePair.Create($"random {seed}", RandomFlow.Of(seed)))
            .Append(KeyValuePair.Create("leave", Leave.Document))
            .Append(KeyValuePair.Create("purchase", Purchase.Version.Document))
            .Append(KeyValuePair.Create("vpn", Vpn.Version.Document))
            .Append(KeyValuePair.Create("branches", Branches.Meeting(JoinSetting.ForAll).Document))
            .Append(KeyValuePair.Create("everything", Everything())));

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_is_exported_imported_and_exported_again_is_the_same_text(string name)
    {
        var text = WorkflowFile.Write(Documents[name], Names);

        var look = WorkflowFileReading.Look(text, Names, NoChildren);
        var read = WorkflowFileReading.Read(text, Names, Nothing, out var missing);

        Assert.True(look.Problems is [] && look.Unknown is [], string.Join("; ", look.Problems) + string.Join("; ", look.Unknown));
        Assert.Null(missing);
        Assert.Equal(text, WorkflowFile.Write(read!, Names));
        Assert.Equal(
            DocumentDiff.Between(DocumentIds.Renewed(Documents[name], Ids(Documents[name])), DocumentIds.Renewed(read!, Ids(read!))).Select(change => change.Name.Text),
            []);
    }

    [Fact]
    public void A_file_names_people_departments_and_roles_and_never_ids()
    {
        var text = WorkflowFile.Write(Everything(), Names);

        Assert.Contains("\"bob\"", text, StringComparison.Ordinal);
        Assert.Contains(Names.NameOf(ReferenceKind.Department, Cast.HumanResources.Value), text, StringComparison.Ordinal);
        Assert.Contains("\"Ops group\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"ids\": [\n            {Cast.HumanResources.Value}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_here_is_listed_with_its_places_and_mapped_or_left_out()
    {
        var elsewhere = WorkflowFile.Write(Everything(), Names)
            .Replace("\"bob\"", "\"nobody\"", StringComparison.Ordinal)
            .Replace("\"Ops group\"", "\"Their group\"", StringComparison.Ordinal);

        var look = WorkflowFileReading.Look(elsewhere, Names, NoChildren);

        Assert.Equal([(ReferenceKind.Person, "nobody"), (ReferenceKind.Channel, "Their group")], look.Unknown.Select(one => (one.Kind, one.Name)));
        Assert.Contains(look.Unknown[0].Places, place => place.Contains("states[1].participants", StringComparison.Ordinal));
        Assert.Null(WorkflowFileReading.Read(elsewhere, Names, Nothing, out var missing));
        Assert.NotNull(missing);

        var read = WorkflowFileReading.Read(
            elsewhere,
            Names,
            new Dictionary<ReferenceName, long?> { [new(ReferenceKind.Person, "nobody")] = Cast.Gil.Value, [new(ReferenceKind.Channel, "Their group")] = null },
            out _)!;

        Assert.Equal([Cast.Gil], ((ParticipantSpec.People)((ParticipantSpec.Union)read.States[1].Participants).Parts[0]).Users);
        Assert.Empty(read.Notices.Channels);
    }

    [Theory]
    [InlineData("", "NotJson")]
    [InlineData("PK\u0003\u0004", "NotJson")]
    [InlineData("[1, 2", "NotJson")]
    [InlineData("""{"a": 1, "a": 2}""", "NotJson")]
    [InlineData("[]", "NotAWorkflow")]
    [InlineData("""{"name": "package"}""", "NotAWorkflow")]
    [InlineData("""{"format": "loonflow-workflow", "schema": 1}""", "NotAWorkflow")]
    [InlineData("""{"format": "loonflow-workflow", "schema": 2, "workflow": {}}""", "NewerSchema")]
    [InlineData("""{"format": "loonflow-workflow", "schema": "x", "workflow": {}}""", "NewerSchema")]
    [InlineData("""{"format": "loonflow-workflow", "schema": 1, "workflow": {}}""", "Malformed")]
    [InlineData("""{"format": "loonflow-workflow", "schema": 1, "workflow": {"name": {"text": "A"}, "states": 3}}""", "Malformed")]
    [InlineData("""{"format": "loonflow-workflow", "schema": 1, "workflow": {"name": {"text": "A"}, "states": [{"id": 1}]}}""", "Malformed")]
    [InlineData("""{"format": "loonflow-workflow", "schema": 1, "workflow": {"name": {"text": "A"}, "surprise": 1}}""", "Malformed")]
    [InlineData("""{"format": "loonflow-workflow", "schema": 1, "workflow": {"name": {"text": "A"}, "states": [{"id": 1, "name": {"text": "B"}, "kind": 77}]}}""", "Malformed")]
    public void A_file_of_another_kind_is_told_as_what_it_is(string text, string code)
    {
        var look = WorkflowFileReading.Look(text, Names, NoChildren);

        Assert.Equal(code, Assert.Single(look.Problems).Code);
        Assert.Null(WorkflowFileReading.Read(text, Names, Nothing, out _));
    }

    [Fact]
    public void Places_are_named_in_a_file_that_is_as_deep_as_one_may_be()
    {
        var deep = Enumerable.Range(0, 60).Aggregate((Condition)new Condition.Empty("days"), (inner, _) => new Condition.Not(inner));
        var document = Everything();
        var text = WorkflowFile.Write(document with { Transitions = [.. document.Transitions.Select(one => one.Branches is [var branch, ..] ? one with { Branches = [branch with { When = deep }] } : one)] }, Names)
            .Replace("\"bob\"", "\"nobody\"", StringComparison.Ordinal);

        var place = WorkflowFileReading.Look(text, Names, NoChildren).Unknown[0].Places[0];

        Assert.Equal(document.States[1].Name.Text, new FilePlaces(text).Named(place));
    }

    [Fact]
    public void Places_are_named_as_they_are_counted_without_what_is_left_out()
    {
        var text = WorkflowFile.Write(Everything(), Names)
            .Replace("\"bob\"", "\"nobody\"", StringComparison.Ordinal)
            .Replace("\"states\": [", "\"states\": [null,", StringComparison.Ordinal);

        var place = WorkflowFileReading.Look(text, Names, NoChildren).Unknown[0].Places[0];

        Assert.Equal(Everything().States[1].Name.Text, new FilePlaces(text).Named(place));
    }

    [Fact]
    public void A_file_that_breaks_off_anywhere_is_refused_and_throws_nothing()
    {
        var text = WorkflowFile.Write(Everything(), Names);

        for (var length = 0; length < text.Length - 2; length += 97)
        {
            Assert.NotEmpty(WorkflowFileReading.Look(text[..length], Names, NoChildren).Problems);
        }
    }

    [Fact]
    public void Children_that_would_file_the_workflow_itself_are_a_circle()
    {
        var own = Everything() with { Name = "Child work" };
        var through = Everything() with { Name = "Grandchild work" };
        var children = new[] { (Parent: new WorkflowId(50), Child: new WorkflowId(51)) }.ToLookup(pair => pair.Parent, pair => pair.Child);

        Assert.Equal("ChildrenCycle", WorkflowFileReading.Look(WorkflowFile.Write(own, Names), Names, NoChildren).Problems.Single().Code);
        Assert.Equal("ChildrenCycle", WorkflowFileReading.Look(WorkflowFile.Write(through, Names), Names, children).Problems.Single().Code);
        Assert.Empty(WorkflowFileReading.Look(WorkflowFile.Write(Everything(), Names), Names, children).Problems);
    }

    [Fact]
    public void Scripts_and_secrets_stay_named_and_are_told()
    {
        var look = WorkflowFileReading.Look(WorkflowFile.Write(Everything(), Names).Replace("work.py", "other.py", StringComparison.Ordinal), Names, NoChildren);

        Assert.Equal([(ReferenceKind.Script, "other.py"), (ReferenceKind.Secret, "their-key")], look.Notes.Select(note => (note.Kind, note.Name)));
    }

    private static Dictionary<WorkflowId, Workflow> Known() => new()
    {
        [new WorkflowId(50)] = new Workflow { Id = new WorkflowId(50), Name = "Child work" },
        [new WorkflowId(51)] = new Workflow { Id = new WorkflowId(51), Name = "Grandchild work" },
    };

    private static WorkflowDocument Everything() => Leave.Document with
    {
        States =
        [
            .. Leave.Document.States.Select(state => state.Id == Leave.Leader
                ? state with
                {
                    Participants = new ParticipantSpec.Union([new ParticipantSpec.People([Cast.Bob]), new ParticipantSpec.Departments([Cast.HumanResources]), new ParticipantSpec.Roles([Cast.Operators])]),
                    Children = new ChildrenSetting { Workflow = new WorkflowId(50) },
                }
                : state),
            new State { Id = new StateId(70), Name = "Work", Participants = new ParticipantSpec.Script("work.py") },
            new State { Id = new StateId(71), Name = "Call", Participants = new ParticipantSpec.Hook(new ExternalCall("https://example.com/", "their-key")) },
        ],
        Transitions =
        [
            .. Leave.Document.Transitions,
            new Transition
            {
                Id = new TransitionId(700),
                Name = "Local",
                From = Leave.New,
                To = Leave.Done,
                Branches = [new Branch(ConditionText.Read($"creator.department in ({Cast.HumanResources.Value}) and creator.role == {Cast.Operators.Value}").Condition!, Leave.Hr)],
            },
        ],
        Limits = new CreationLimits { People = [Cast.Ann], Departments = [Cast.HumanResources], Roles = [] },
        Notices = Leave.Document.Notices with { Channels = [7] },
        Notes = [new CanvasNote(new NoteId(1), "Mind <this> & 那个", new Position(1.5, 2))],
    };

    private static IReadOnlyList<long> Ids(WorkflowDocument document) => [.. Enumerable.Range(1, DocumentIds.CountOf(document)).Select(number => (long)number)];
}
