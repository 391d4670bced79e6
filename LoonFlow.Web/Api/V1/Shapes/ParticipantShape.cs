using System.Globalization;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Lists;
using LoonFlow.Web.Import.People;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>For whom a ticket waits (spec B.29).</summary>
internal sealed record ParticipantShape(string Participant, string ParticipantName, int ParticipantTypeId, string ParticipantTypeName, string ParticipantAlias)
{
    private const string Hidden = "***";
    private const string EveryOneDecides = "多人且全部处理";

    private static readonly ParticipantShape Nobody = new(string.Empty, string.Empty, ParticipantCodes.Nobody, string.Empty, string.Empty);

    public static ParticipantShape Of(TicketRecord record, Company company, IReadOnlyDictionary<string, ScriptName> scripts)
    {
        if (record.Visit is not { } visit)
        {
            return Nobody;
        }

        Participant[] asked = [.. visit.Participants];

        if (visit.IsVoting)
        {
            return People(asked, company, ParticipantCodes.People) with { ParticipantTypeName = EveryOneDecides, ParticipantAlias = VoteTexts.Progress(record, company) };
        }

        return asked switch
        {
            [] => Automatic(record.State, scripts),
            [{ Kind: ParticipantKind.Department, Key: var key }] => Group(ParticipantCodes.Department, key, company.Department(new DepartmentId(key))?.Name),
            [{ Kind: ParticipantKind.Role, Key: var key }] => Group(ParticipantCodes.Role, key, company.Role(new RoleId(key))?.Name),
            [{ Kind: ParticipantKind.Person }] => People(asked, company, ParticipantCodes.Person),
            _ => People(asked, company, ParticipantCodes.People),
        };
    }

    private static ParticipantShape People(Participant[] asked, Company company, int type)
    {
        User[] people = [.. asked.SelectMany(participant => participant.Person is { } person ? [person] : participant.Members(company)).Distinct().Select(company.User).OfType<User>()];
        var names = string.Join(',', people.Select(user => user.UserName));

        return new ParticipantShape(names, names, type, ParticipantCodes.TypeName(type), string.Join(',', people.Select(user => user.Name)));
    }

    private static ParticipantShape Group(int type, long key, string? name) =>
        new(key.ToString(CultureInfo.InvariantCulture), name ?? string.Empty, type, ParticipantCodes.TypeName(type), name ?? string.Empty);

    private static ParticipantShape Automatic(State state, IReadOnlyDictionary<string, ScriptName> scripts) => state.Participants switch
    {
        ParticipantSpec.Script script => OfScript(scripts.GetValueOrDefault(script.Name) ?? new ScriptName(0, script.Name)),
        ParticipantSpec.Hook => new ParticipantShape(Hidden, Hidden, ParticipantCodes.Hook, string.Empty, string.Empty),
        ParticipantSpec.Engine => new ParticipantShape(UserNames.Engine, UserNames.Engine, ParticipantCodes.Person, ParticipantCodes.TypeName(ParticipantCodes.Person), UserNames.Engine),
        _ => Nobody,
    };

    private static ParticipantShape OfScript(ScriptName script)
    {
        var id = script.Id.ToString(CultureInfo.InvariantCulture);

        return new ParticipantShape(id, id, ParticipantCodes.Script, string.Empty, $"脚本:{script.Name}");
    }
}
