using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.States;

/// <summary>The ways to say who acts, the most usual first.</summary>
internal enum RuleKind
{
    CreatorsLeader,
    People,
    Roles,
    Departments,
    DepartmentLeaders,
    Fields,
    Creator,
    PreviousHandler,
    ParentFields,
    External,
}

/// <summary>Who does what has to be done in a state.</summary>
internal enum WorkKind
{
    People,
    Script,
    Hook,
    Engine,
}

internal static class RuleKinds
{
    public static readonly ExternalCall NoCall = new(string.Empty);

    public static RuleKind Of(ParticipantSpec rule) => rule switch
    {
        ParticipantSpec.CreatorsLeader => RuleKind.CreatorsLeader,
        ParticipantSpec.Roles => RuleKind.Roles,
        ParticipantSpec.Departments => RuleKind.Departments,
        ParticipantSpec.DepartmentLeaders => RuleKind.DepartmentLeaders,
        ParticipantSpec.Fields => RuleKind.Fields,
        ParticipantSpec.Creator => RuleKind.Creator,
        ParticipantSpec.PreviousHandler => RuleKind.PreviousHandler,
        ParticipantSpec.ParentFields => RuleKind.ParentFields,
        ParticipantSpec.External => RuleKind.External,
        _ => RuleKind.People,
    };

    public static ParticipantSpec Blank(RuleKind kind) => kind switch
    {
        RuleKind.CreatorsLeader => new ParticipantSpec.CreatorsLeader(),
        RuleKind.Roles => new ParticipantSpec.Roles([]),
        RuleKind.Departments => new ParticipantSpec.Departments([]),
        RuleKind.DepartmentLeaders => new ParticipantSpec.DepartmentLeaders([]),
        RuleKind.Fields => new ParticipantSpec.Fields([]),
        RuleKind.Creator => new ParticipantSpec.Creator(),
        RuleKind.PreviousHandler => new ParticipantSpec.PreviousHandler(),
        RuleKind.ParentFields => new ParticipantSpec.ParentFields([]),
        RuleKind.External => new ParticipantSpec.External(NoCall),
        _ => new ParticipantSpec.People([]),
    };

    public static WorkKind WorkOf(ParticipantSpec spec) => spec switch
    {
        ParticipantSpec.Script => WorkKind.Script,
        ParticipantSpec.Hook => WorkKind.Hook,
        ParticipantSpec.Engine => WorkKind.Engine,
        _ => WorkKind.People,
    };

    public static ParticipantSpec Blank(WorkKind work) => work switch
    {
        WorkKind.Script => new ParticipantSpec.Script(string.Empty),
        WorkKind.Hook => new ParticipantSpec.Hook(NoCall),
        WorkKind.Engine => new ParticipantSpec.Engine(),
        _ => new ParticipantSpec.None(),
    };

    /// <summary>The rules of a state where people act, each on its own.</summary>
    public static IReadOnlyList<ParticipantSpec> Of(State state) => state.Participants switch
    {
        ParticipantSpec.None => [],
        ParticipantSpec.Union union => union.Parts,
        var single => [single],
    };

    public static ParticipantSpec Join(IReadOnlyList<ParticipantSpec> rules) => rules switch
    {
        [] => new ParticipantSpec.None(),
        [var only] => only,
        _ => new ParticipantSpec.Union(rules),
    };
}
