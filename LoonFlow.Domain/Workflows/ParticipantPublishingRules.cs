using System.Globalization;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for those whom a state asks: somebody active is among them, as far as that can be known beforehand.</summary>
internal static class ParticipantPublishingRules
{
    /// <summary>Companies are not deeper.</summary>
    private const int MaxLevel = 20;

    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document, State state, Company company) => state.Kind is StateKind.Normal
        ?
        [
            .. OfSpec(document, state, company),
            .. OfDistribution(state),
        ]
        : [];

    private static IEnumerable<PublishingProblem> OfSpec(WorkflowDocument document, State state, Company company) =>
        OfSpec(document, state, state.Participants, company);

    private static IEnumerable<PublishingProblem> OfSpec(WorkflowDocument document, State state, ParticipantSpec spec, Company company) => spec switch
    {
        ParticipantSpec.People { Users: [_, ..] users } => Named(state, users.Select(id => OfPerson(state, id, company))),
        ParticipantSpec.Departments { Ids: [_, ..] ids } => Named(state, ids.Select(id => OfDepartment(state, id, company))),
        ParticipantSpec.Roles { Ids: [_, ..] ids } => Named(state, ids.Select(id => OfRole(state, id, company))),
        ParticipantSpec.Fields { Keys: [_, ..] keys } => keys.Select(key => OfField(document, state, key)).OfType<PublishingProblem>(),
        ParticipantSpec.Script script => string.IsNullOrWhiteSpace(script.Name) ? [PublishingProblems.ScriptMissing(state)] : [],
        ParticipantSpec.DepartmentLeaders { Ids: [_, ..] ids } => Named(state, ids.Select(id => OfLedDepartment(state, id, company))),
        ParticipantSpec.ParentFields { Keys: [_, ..] } => [],
        ParticipantSpec.Union { Parts: [_, ..] parts } => parts.SelectMany(part => OfSpec(document, state, part, company)),
        ParticipantSpec.External external => OfCall(state, external.Call),
        ParticipantSpec.Hook hook => OfCall(state, hook.Call),
        ParticipantSpec.CreatorsLeader { Level: < 1 or > MaxLevel } leader =>
            [PublishingProblems.UnknownSetting("level of a leader", leader.Level.ToString(CultureInfo.InvariantCulture)).At(state)],
        ParticipantSpec.Creator or ParticipantSpec.CreatorsLeader or ParticipantSpec.PreviousHandler or ParticipantSpec.Engine => [],
        _ => [PublishingProblems.ParticipantsMissing(state)],
    };

    private static PublishingProblem[] OfCall(State state, ExternalCall call) =>
        EventHookPublishingRules.IsAddress(call) ? [] : [PublishingProblems.HookAddressMalformed(state, call.Url)];

    /// <summary>What is wrong with each of those named, null where nothing is; and that nobody is left when all are wrong.</summary>
    private static IEnumerable<PublishingProblem> Named(State state, IEnumerable<PublishingProblem?> found)
    {
        PublishingProblem?[] all = [.. found];

        if (all.All(problem => problem is not null))
        {
            var severity = state.WhenEmpty is EmptyParticipants.Administrators ? ProblemSeverity.Warning : ProblemSeverity.Error;
            yield return PublishingProblems.NobodyToAct(state, severity);
        }

        foreach (var problem in all.OfType<PublishingProblem>())
        {
            yield return problem;
        }
    }

    private static PublishingProblem? OfPerson(State state, UserId id, Company company) => company.User(id) switch
    {
        null => PublishingProblems.PersonUnknown(state, id.Value),
        { IsActive: false } user => PublishingProblems.PersonInactive(state, user.Name),
        _ => null,
    };

    private static PublishingProblem? OfDepartment(State state, DepartmentId id, Company company) =>
        company.Department(id) is not { } department ? PublishingProblems.DepartmentUnknown(state, id.Value)
        : company.MembersOf(id).Count == 0 ? PublishingProblems.DepartmentEmpty(state, department.Name)
        : null;

    private static PublishingProblem? OfLedDepartment(State state, DepartmentId id, Company company) =>
        company.Department(id) is not { } department ? PublishingProblems.DepartmentUnknown(state, id.Value)
        : company.LeadersOf(id).Count == 0 ? PublishingProblems.DepartmentEmpty(state, department.Name)
        : null;

    private static PublishingProblem? OfRole(State state, RoleId id, Company company) =>
        company.Role(id) is not { } role ? PublishingProblems.RoleUnknown(state, id.Value)
        : company.MembersOf(id).Count == 0 ? PublishingProblems.RoleEmpty(state, role.Name)
        : null;

    private static PublishingProblem? OfField(WorkflowDocument document, State state, string key) => PublishingRules.Field(document, key)?.Type switch
    {
        null => key == BuiltInField.Creator ? null : PublishingProblems.ParticipantFieldUnknown(state, key),

        // Choices may have user names as their keys.
        FieldType.User or FieldType.Users or FieldType.Text or FieldType.TextArea
            or FieldType.Radio or FieldType.Select or FieldType.Checkbox or FieldType.MultiSelect => null,
        _ => PublishingProblems.ParticipantFieldWrongType(state, key),
    };

    private static PublishingProblem[] OfDistribution(State state) => state.Distribution switch
    {
        _ when state.IsAutomatic => [],
        var distribution when !Enum.IsDefined(distribution) => [PublishingProblems.UnknownSetting("distribution", distribution.ToString()).At(state)],
        _ => [],
    };
}
