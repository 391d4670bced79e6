using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>What the ids and names in a record of loonflow mean here.</summary>
internal interface ILoonflowReferences
{
    Company Company { get; }

    DepartmentId? Department(long id);

    RoleId? Role(long id);

    WorkflowId? Workflow(LoonflowRecord row, long id);

    /// <summary>A script by its id or by the name of its file; null when there is none.</summary>
    NamedScript? Script(string named);

    /// <summary>Takes a token out of a state and gives the name of the secret that it became; null when there is none.</summary>
    string? Keep(LoonflowRecord state, string? token);
}

/// <summary>A script that a state may run.</summary>
/// <param name="StoredName">How workflows call it.</param>
/// <param name="IsActive">Whether it runs.</param>
internal sealed record NamedScript(string StoredName, bool IsActive);
