using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Automation;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>An application (spec C.4). The token is told when it is made and never again: here stand its last characters.</summary>
internal sealed record ApplicationShape(
    long Id,
    string AppName,
    string Token,
    string WorkflowIds,
    string TicketSnPrefix,
    string Creator,
    string GmtCreated,
    string GmtModified,
    bool IsDeleted,
    CreatorShape CreatorInfo)
{
    public static ApplicationShape Of(ApplicationView view, Company company, TimeZoneInfo zone)
    {
        var creator = view.CreatedBy is { } by ? company.User(new UserId(by)) : null;

        return new ApplicationShape(
            view.Application.Id.Value,
            view.Application.Name,
            view.Secrets.LastOrDefault(secret => secret.IsForSigning) is { } secret ? $"…{secret.Hint}" : string.Empty,
            string.Join(',', (view.Application.Workflows ?? []).Select(id => id.Value)),
            view.Application.SerialPrefix ?? string.Empty,
            creator?.UserName ?? string.Empty,
            PlainValues.Moment(view.CreatedAt, zone),
            PlainValues.Moment(view.ChangedAt, zone),
            IsDeleted: false,
            CreatorShape.Of(creator));
    }
}

/// <summary>A new application and its token.</summary>
internal sealed record NewApplicationShape(long Id, string Token);

/// <summary>Who made something (spec A.2).</summary>
internal sealed record CreatorShape(long CreatorId, string CreatorAlias, string CreatorUsername)
{
    public static CreatorShape Of(User? creator) => new(creator?.Id.Value ?? 0, creator?.Name ?? string.Empty, creator?.UserName ?? string.Empty);
}
