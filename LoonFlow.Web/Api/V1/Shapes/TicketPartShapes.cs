using System.Text.Json.Nodes;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>Where a ticket is.</summary>
internal sealed record TicketStateShape(long StateId, string StateName, JsonNode StateLabel);

/// <summary>Of which workflow it is.</summary>
internal sealed record TicketWorkflowShape(long WorkflowId, string WorkflowName);

/// <summary>Who filed it.</summary>
internal sealed record TicketCreatorShape(string Username, string Alias, bool IsActive, string Email, string Phone, TicketDeptShape DeptInfo)
{
    public static TicketCreatorShape Of(User? creator, Company company) => new(
        creator?.UserName ?? string.Empty,
        creator?.Name ?? string.Empty,
        creator?.IsActive ?? false,
        creator?.Email ?? string.Empty,
        creator?.Phone ?? string.Empty,
        TicketDeptShape.Of(creator?.Department is { } id ? company.Department(id) : null, company));
}

/// <summary>The department of who filed it; id 0 is none.</summary>
internal sealed record TicketDeptShape(long Id, string Name, long ParentDeptId, string Leader, string Approver)
{
    public static TicketDeptShape Of(Department? department, Company company) => new(
        department?.Id.Value ?? 0,
        department?.Name ?? string.Empty,
        department?.Parent?.Value ?? 0,
        department?.Leader is { } leader ? company.User(leader)?.UserName ?? string.Empty : string.Empty,
        string.Join(',', (department?.Approvers ?? []).Select(company.User).OfType<User>().Select(user => user.UserName)));
}

/// <summary>The state that a ticket is in, as loonflow 1.0 adds it to the detail.</summary>
internal sealed record StateInfoShape(
    long Id,
    string Name,
    long WorkflowId,
    int TypeId,
    int OrderId,
    bool IsHidden,
    bool EnableRetreat,
    bool RememberLastManEnable,
    int DistributeTypeId,
    JsonObject StateField,
    JsonNode Label)
{
    public static StateInfoShape Of(State state, WorkflowId workflow) => new(
        state.Id.Value,
        state.Name.Text,
        workflow.Value,
        StateCodes.Of(state.Kind),
        state.Order,
        state.IsHidden,
        state.AllowsWithdrawal,
        state.RemembersLastHandler,
        StateCodes.Of(state.Distribution),
        new JsonObject(state.Access.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)(int)pair.Value))),
        SourceJson.Label(state.Label));
}
