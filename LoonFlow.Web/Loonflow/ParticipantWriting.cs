using System.Globalization;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Web.Import.People;

namespace LoonFlow.Web.Loonflow;

/// <summary>Whom a state asks, as loonflow writes it beside the code of its kind. Tokens are never written.</summary>
internal static class ParticipantWriting
{
    public const string Creator = "creator";
    public const string CreatorsLeader = "creator_tl";

    public static string Text(ParticipantSpec spec, Company company) => spec switch
    {
        ParticipantSpec.People people => string.Join(',', people.Users.Select(company.User).OfType<User>().Select(user => user.UserName)),
        ParticipantSpec.Engine => UserNames.Engine,
        ParticipantSpec.Departments departments => Listed(departments.Ids.Select(id => id.Value)),
        ParticipantSpec.Roles roles => Listed(roles.Ids.Select(id => id.Value)),
        ParticipantSpec.Creator => Creator,
        ParticipantSpec.CreatorsLeader { Level: 1 } => CreatorsLeader,
        ParticipantSpec.Script script => script.Name,
        ParticipantSpec.Fields fields => string.Join(',', fields.Keys),
        ParticipantSpec.ParentFields fields => string.Join(',', fields.Keys),
        ParticipantSpec.Hook hook => Call("hook", hook.Call, hook.Waits),
        ParticipantSpec.External external => Call("external", external.Call, waits: null),

        // loonflow has no words for the others; a caller that sends one back changes nothing.
        ParticipantSpec.CreatorsLeader leader => string.Create(CultureInfo.InvariantCulture, $"{CreatorsLeader}_{leader.Level}"),
        ParticipantSpec.DepartmentLeaders leaders => $"dept_tl:{Listed(leaders.Ids.Select(id => id.Value))}",
        ParticipantSpec.PreviousHandler => "previous_handler",
        ParticipantSpec.Union => "union",
        _ => string.Empty,
    };

    private static string Listed(IEnumerable<long> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static string Call(string prefix, ExternalCall call, bool? waits)
    {
        var written = new JsonObject { [$"{prefix}_url"] = call.Url };

        if (waits is { } waiting)
        {
            written["wait"] = waiting;
        }

        written["extra_info"] = call.Extra;

        return SourceJson.Write(written);
    }
}
