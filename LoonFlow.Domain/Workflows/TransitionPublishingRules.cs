using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for transitions, their branches and the conditions on them.</summary>
internal static class TransitionPublishingRules
{
    /// <summary>Deeper trees than anybody writes could exhaust the stack when they are evaluated or stored.</summary>
    private const int MaxConditionDepth = 200;

    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document) =>
    [
        .. document.Transitions.Repeated(transition => transition.Id).Select(PublishingProblems.DuplicateTransition),
        .. document.Transitions.SelectMany(transition => OfTransition(document, transition)),
    ];

    private static IEnumerable<PublishingProblem> OfTransition(WorkflowDocument document, Transition transition)
    {
        if (transition.Name.IsEmpty)
        {
            yield return PublishingProblems.TransitionNameMissing(transition);
        }

        foreach (var problem in PublishingRules.TooLong(transition.Name, transition.Confirmation))
        {
            yield return problem.On(transition);
        }

        if (!Enum.IsDefined(transition.Kind))
        {
            yield return PublishingProblems.UnknownSetting("kind of transition", transition.Kind.ToString()).On(transition);
        }

        foreach (var problem in OfEnds(document, transition).Concat(transition.Branches.SelectMany(branch => OfBranch(document, transition, branch))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<PublishingProblem> OfEnds(WorkflowDocument document, Transition transition)
    {
        if (document.States.FirstOrDefault(state => state.Id == transition.From) is not { } from)
        {
            yield return PublishingProblems.FromUnknown(transition);
        }
        else if (from.Kind is StateKind.End)
        {
            yield return PublishingProblems.LeavesEnd(transition, from);
        }

        if (!Exists(document, transition.To))
        {
            yield return PublishingProblems.ToUnknown(transition);
        }
    }

    private static IEnumerable<PublishingProblem> OfBranch(WorkflowDocument document, Transition transition, Branch branch) =>
    [
        .. Exists(document, branch.To) ? [] : new[] { PublishingProblems.BranchToUnknown(transition) },
        .. IsTooDeep(branch.When) ? [PublishingProblems.ConditionTooDeep(transition)] : OfCondition(document, transition, branch.When),
    ];

    private static IEnumerable<PublishingProblem> OfCondition(WorkflowDocument document, Transition transition, Condition condition) =>
    [
        .. ConditionFields.Of(condition)
            .Where(key => key != BuiltInField.Creator && PublishingRules.Field(document, key) is null)
            .Select(key => PublishingProblems.ConditionUnknownField(transition, key)),
        .. Nodes(condition)
            .OfType<Condition>()
            .Select(part => NeverComparable(document, part))
            .OfType<FormField>()
            .Distinct()
            .Select(field => PublishingProblems.ConditionNeverHolds(transition, field)),
    ];

    /// <summary>The field that is compared with a constant which no value of its type compares with; null when there is none.</summary>
    private static FormField? NeverComparable(WorkflowDocument document, Condition condition) => condition switch
    {
        Condition.Compare { Left: Operand.Field left, Right: Operand.Literal right } => NeverComparable(document, left, right),
        Condition.Compare { Left: Operand.Literal left, Right: Operand.Field right } => NeverComparable(document, right, left),
        Condition.In { Value: Operand.Field field } @in => @in.Listed
            .OfType<Operand.Literal>()
            .Select(literal => NeverComparable(document, field, literal))
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static FormField? NeverComparable(WorkflowDocument document, Operand.Field operand, Operand.Literal literal)
    {
        if (PublishingRules.Field(document, operand.Key) is not { } field || Samples(field) is not [_, ..] samples)
        {
            return null;
        }

        // Two values that compare are equal or they are not; where neither holds, they do not compare.
        return samples.Any(sample => IsEither(sample, Comparison.Equal) || IsEither(sample, Comparison.NotEqual)) ? null : field;

        bool IsEither(FieldValue sample, Comparison comparison) =>
            ConditionRules.Holds(new Condition.Compare(operand, comparison, literal), _ => sample);
    }

    /// <summary>Values such as the field may hold; none where anything may be compared with it.</summary>
    private static FieldValue[] Samples(FormField field) => field.Type switch
    {
        FieldType.Integer or FieldType.Decimal => [new FieldValue.Decimal(0)],
        FieldType.Boolean => [new FieldValue.Boolean(false)],
        FieldType.Date => [new FieldValue.Date(new DateOnly(2000, 1, 1))],
        FieldType.DateTime => [new FieldValue.Moment(DateTimeOffset.UnixEpoch)],
        FieldType.Radio or FieldType.Select => [.. field.Choices.Where(choice => !string.IsNullOrWhiteSpace(choice.Key)).Select(choice => new FieldValue.Text(choice.Key))],
        FieldType.Attachment => [new FieldValue.Files([new AttachedFile(new FileId(Guid.Empty), "file", 0)])],
        _ => [],
    };

    /// <summary>Walks without recursion, because the tree may be too deep for it.</summary>
    private static bool IsTooDeep(Condition condition)
    {
        var waiting = new Stack<(object Node, int Depth)>([(condition, 1)]);

        while (waiting.TryPop(out var at))
        {
            if (at.Depth > MaxConditionDepth)
            {
                return true;
            }

            foreach (var part in Parts(at.Node))
            {
                waiting.Push((part, at.Depth + 1));
            }
        }

        return false;
    }

    private static IEnumerable<object> Nodes(object node) => Parts(node).SelectMany(Nodes).Prepend(node);

    private static IEnumerable<object> Parts(object node) => node switch
    {
        Condition.All all => all.Parts,
        Condition.Any any => any.Parts,
        Condition.Not not => [not.Part],
        Condition.Compare compare => [compare.Left, compare.Right],
        Condition.In @in => [@in.Value, .. @in.Listed],
        Condition.Contains contains => [contains.Whole, contains.Part],
        Operand.Arithmetic sum => [sum.Left, sum.Right],
        _ => [],
    };

    private static bool Exists(WorkflowDocument document, StateId id) => document.States.Any(state => state.Id == id);
}
