using System.Globalization;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>Whom a state asks, as people read it (spec B.29).</summary>
internal sealed record StateParticipantShape(
    string Participant, string ParticipantName, int ParticipantTypeId, string ParticipantTypeName, string ParticipantAlias)
{
    private const string Hidden = "***";

    public static StateParticipantShape Of(StateView view, StateSurroundings around)
    {
        var spec = view.State.Participants;
        var text = Text(spec, around, view.Workflow.IsAdministered);
        var name = spec is ParticipantSpec.Hook or ParticipantSpec.External ? Hidden : Names(spec, around.Company) ?? text;
        var code = ParticipantCodes.Of(spec);

        return new StateParticipantShape(text, name, code, ParticipantCodes.TypeName(code), Alias(spec, around) ?? name);
    }

    /// <summary>Where other systems are called is for those who look after the workflow.</summary>
    private static string Text(ParticipantSpec spec, StateSurroundings around, bool isAdministered) => spec switch
    {
        ParticipantSpec.Script script when Find(script, around) is { } known => known.Id.ToString(CultureInfo.InvariantCulture),
        ParticipantSpec.Hook or ParticipantSpec.External when !isAdministered => Hidden,
        _ => ParticipantWriting.Text(spec, around.Company),
    };

    private static string? Names(ParticipantSpec spec, Company company) => spec switch
    {
        ParticipantSpec.Departments departments => string.Join(',', departments.Ids.Select(company.Department).OfType<Department>().Select(department => department.Name)),
        ParticipantSpec.Roles roles => string.Join(',', roles.Ids.Select(company.Role).OfType<Role>().Select(role => role.Name)),
        _ => null,
    };

    private static string? Alias(ParticipantSpec spec, StateSurroundings around) => spec switch
    {
        ParticipantSpec.People people => string.Join(',', people.Users.Select(around.Company.User).OfType<User>().Select(user => user.Name)),
        ParticipantSpec.Creator => "工单创建人",
        ParticipantSpec.CreatorsLeader => "工单创建人的tl",
        ParticipantSpec.Script script => $"脚本:{Find(script, around)?.Name ?? script.Name}",
        ParticipantSpec.Hook or ParticipantSpec.External => string.Empty,
        _ => null,
    };

    private static KnownScript? Find(ParticipantSpec.Script script, StateSurroundings around) =>
        around.Scripts.FirstOrDefault(known => known.StoredName == script.Name);
}
