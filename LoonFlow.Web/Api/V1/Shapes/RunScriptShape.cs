using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Settings.Scripts;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A script in the list (spec C.3.7). LoonFlow keeps who changed it last and when.</summary>
internal sealed record RunScriptShape(long Id, string Name, string Description, string SavedName, bool IsActive, string Creator, string GmtCreated)
{
    public static RunScriptShape Of(ScriptLine script, Company company, TimeZoneInfo zone) => new(
        script.Id,
        script.Name,
        script.Description,
        script.StoredName,
        script.IsActive,
        script.ChangedBy is { } by ? company.User(new UserId(by))?.UserName ?? string.Empty : string.Empty,
        PlainValues.Moment(script.ChangedAt, zone));
}
