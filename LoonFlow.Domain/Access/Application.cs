using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Access;

/// <summary>Names one application for ever; numeric because callers of the loonflow API store numbers.</summary>
public readonly record struct ApplicationId(long Value);

/// <summary>What an application may do beside looking at itself. Each is given on its own (spec B.28 [R]).</summary>
[Flags]
public enum ApiGrant
{
    None = 0,

    /// <summary>File, read and handle tickets of its workflows.</summary>
    Run = 1,

    /// <summary>Change its workflows.</summary>
    Configure = 2,

    /// <summary>Read and change people, roles and departments.</summary>
    Directory = 4,
}

/// <summary>How an application may prove who it is (spec B.27).</summary>
[Flags]
public enum ApiSchemes
{
    None = 0,

    /// <summary>loonflow's own: MD5 of the time and the token. Covers nothing of the request.</summary>
    Md5 = 1,

    /// <summary>HMAC-SHA256 over the whole request; good for one request.</summary>
    Hmac = 2,

    /// <summary>The token itself.</summary>
    Bearer = 4,
}

/// <summary>Another system that calls on behalf of people (spec A.2, B.27, B.28).</summary>
public sealed record Application
{
    public const int MaxNameLength = 50;

    /// <summary>The name by which loonflow knows a signed-in person's own requests; no application may bear it (spec A.2).</summary>
    public const string ReservedName = "loonflow";

    public required ApplicationId Id { get; init; }

    /// <summary>How it names itself in requests. Unique.</summary>
    public required string Name { get; init; }

    public bool IsActive { get; init; } = true;

    public ApiGrant Grants { get; init; } = ApiGrant.Run;

    public ApiSchemes Schemes { get; init; } = ApiSchemes.Hmac | ApiSchemes.Bearer;

    /// <summary>The workflows that it may use; null for all, those to come included.</summary>
    public IReadOnlyList<WorkflowId>? Workflows { get; init; } = [];

    public ActingPeople ActsFor { get; init; } = ActingPeople.Everybody;

    /// <summary>From where it may call, as addresses or ranges such as "10.0.0.0/8"; empty is from anywhere.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Most requests in any minute, on each instance; null sets no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Leads the serial numbers of tickets that it files; null takes the workflow's or the installation's.</summary>
    public string? SerialPrefix { get; init; }

    /// <summary>What an actor who comes through it may reach.</summary>
    public ApplicationReach Reach => new(Id, Workflows) { Grants = Grants, SerialPrefix = SerialPrefix };
}

/// <summary>For whom an application may act: a person, or anybody of a department with all below it.</summary>
/// <param name="People">Named people; null, with null departments, is everybody who is active.</param>
/// <param name="Departments">Departments with all below them.</param>
public sealed record ActingPeople(IReadOnlyList<UserId>? People, IReadOnlyList<DepartmentId>? Departments)
{
    public static readonly ActingPeople Everybody = new(null, null);

    public bool IsEverybody => People is null && Departments is null;

    /// <summary>Whether this person is meant; somebody who is not active never is.</summary>
    public bool Includes(Actor.Person person) =>
        IsEverybody
        || (People?.Contains(person.Id) ?? false)
        || (Departments?.Any(person.Departments.Contains) ?? false);
}

/// <summary>The application through which somebody acts, and how far it reaches.</summary>
/// <param name="Application">Which it is.</param>
/// <param name="Workflows">The workflows whose tickets it may touch; null for all.</param>
public sealed record ApplicationReach(ApplicationId Application, IReadOnlyList<WorkflowId>? Workflows)
{
    /// <summary>What it was given beside its workflows.</summary>
    public ApiGrant Grants { get; init; } = ApiGrant.Run;

    /// <summary>Leads the serial numbers of tickets filed through it.</summary>
    public string? SerialPrefix { get; init; }

    public bool Includes(WorkflowId workflow) => Workflows?.Contains(workflow) ?? true;
}
