using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Overview;

/// <summary>Whom a state asks, in words.</summary>
internal sealed class ParticipantPhrases(Company company, Func<string, FormField?> fieldOf, IStringLocalizer<OverviewTexts> texts)
{
    public ParticipantPhrases(WorkflowOverview overview, IStringLocalizer<OverviewTexts> texts)
        : this(overview.Company, overview.Version.Field, texts)
    {
    }

    public string Of(State state) => state switch
    {
        { Kind: StateKind.Start } => texts["WhoCreator"],
        { Kind: StateKind.End } or { IsPassage: true } => "—",
        _ => Of(state.Participants),
    };

    public string Names(IEnumerable<UserId> ids) => Joined(ids.Select(id => company.User(id)?.Name ?? $"#{id.Value}"));

    public string Names(IEnumerable<RoleId> ids) => Joined(ids.Select(id => company.Role(id)?.Name ?? $"#{id.Value}"));

    public string FieldNames(IEnumerable<string> keys) => Joined(keys.Select(key => fieldOf(key)?.Name.ForReader() ?? key));

    public string Joined(IEnumerable<string> names) => string.Join(texts["Separator"], names);

    public string Of(ParticipantSpec spec) => spec switch
    {
        ParticipantSpec.People people => texts["WhoPeople", Names(people.Users)],
        ParticipantSpec.Departments departments => texts["WhoDepartments", Names(departments.Ids)],
        ParticipantSpec.Roles roles => texts["WhoRoles", Names(roles.Ids)],
        ParticipantSpec.Creator => texts["WhoCreator"],
        ParticipantSpec.CreatorsLeader { Level: > 1 } leader => texts["WhoCreatorsLeaderAbove", leader.Level],
        ParticipantSpec.CreatorsLeader => texts["WhoCreatorsLeader"],
        ParticipantSpec.DepartmentLeaders leaders => texts["WhoDepartmentLeaders", Names(leaders.Ids)],
        ParticipantSpec.PreviousHandler => texts["WhoPreviousHandler"],
        ParticipantSpec.Fields fields => texts["WhoFields", FieldNames(fields.Keys)],

        // The parent may be of any workflow: its fields have no names here.
        ParticipantSpec.ParentFields fields => texts["WhoParentFields", Joined(fields.Keys)],
        ParticipantSpec.Union union => string.Join(texts["UnionSeparator"], union.Parts.Select(Of)),
        ParticipantSpec.External external => texts["WhoExternal", HostOf(external.Call)],
        ParticipantSpec.Script script => texts["WhoScript", script.Name],
        ParticipantSpec.Hook hook => texts[hook.Waits ? "WhoHookWaits" : "WhoHook", HostOf(hook.Call)],
        ParticipantSpec.Engine => texts["WhoEngine"],
        _ => texts["WhoNone"],
    };

    public string Names(IEnumerable<DepartmentId> ids) => Joined(ids.Select(id => company.Department(id)?.Name ?? $"#{id.Value}"));

    private static string HostOf(ExternalCall call) => Uri.TryCreate(call.Url, UriKind.Absolute, out var url) ? url.Authority : call.Url;
}
