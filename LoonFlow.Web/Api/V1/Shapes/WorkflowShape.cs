using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>What a workflow says of itself (spec C.3.1).</summary>
/// <param name="Notices">Ids of notices, separated by commas.</param>
/// <param name="LimitExpression">JSON as text (spec B.3).</param>
/// <param name="DisplayFormStr">Keys of fields, JSON as text.</param>
/// <param name="Revision">Sent back with a change, it refuses to overwrite what somebody else changed.</param>
internal sealed record WorkflowShape(
    long Id,
    string Name,
    string Description,
    string Notices,
    bool ViewPermissionCheck,
    string LimitExpression,
    string DisplayFormStr,
    string Creator,
    string GmtCreated,
    string GmtModified,
    int Revision)
{
    public static WorkflowShape Of(WorkflowView view, Company company, TimeZoneInfo zone) => new(
        view.Workflow.Id.Value,
        view.Document.Name.Text,
        view.Document.Description.Text,
        string.Join(',', view.Document.Notices.Channels),
        !view.Workflow.Access.OpenToAll,
        LimitWriting.Text(view.Document.Limits, company),
        SourceJson.Write(view.Document.DisplayFields),
        Creators.Of(view, company),
        PlainValues.Moment(view.Origin.CreatedAt, zone),
        PlainValues.Moment(view.Origin.ChangedAt, zone),
        view.Revision);
}

/// <summary>The body of a new or changed workflow. What is left out becomes empty.</summary>
internal sealed record WorkflowBody(
    string Name, string? Description, string? Notices, int? ViewPermissionCheck, string? LimitExpression, string? DisplayFormStr, int? Revision);

/// <summary>The workflow that was made, changed or retired.</summary>
internal sealed record WorkflowIdShape(long WorkflowId);

/// <summary>A workflow, state or notice by its name only.</summary>
internal sealed record NamedShape(long Id, string Name);

/// <summary>Who made a workflow, by user name; LoonFlow keeps it for the whole, not for each part.</summary>
internal static class Creators
{
    public static string Of(WorkflowView view, Company company) =>
        view.Origin.CreatedBy is { } by ? company.User(new UserId(by))?.UserName ?? string.Empty : string.Empty;
}
