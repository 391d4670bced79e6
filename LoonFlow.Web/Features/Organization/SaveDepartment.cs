using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Adds a department, or changes what is said of it. What is null stays as it is.</summary>
public sealed record SaveDepartment(DepartmentId? Department)
{
    public string? Name { get; init; }

    /// <summary>Id 0 is the top.</summary>
    public DepartmentId? Parent { get; init; }

    /// <summary>By user name; empty is nobody.</summary>
    public string? Leader { get; init; }

    /// <summary>By user name.</summary>
    public IReadOnlyList<string>? Approvers { get; init; }

    public string? Label { get; init; }
}

public sealed class SaveDepartmentHandler(LoonFlowDb db, DirectoryDesk desk)
{
    public async Task<Result<DepartmentId>> HandleAsync(SaveDepartment command, Actor actor, CancellationToken ct)
    {
        var id = command.Department ?? new DepartmentId(await desk.NewIdAsync(ct));
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        var known = company.Value.Department(id);

        if (known is null && command.Department is not null)
        {
            return DirectoryRefusals.DepartmentNotFound;
        }

        var department = DepartmentRules.Save(company.Value, Wanted(command, known ?? new Department { Id = id, Name = string.Empty }, company.Value));
        FieldProblem[] problems = [.. department.Refusal?.Fields ?? [], .. Strangers(command, company.Value)];

        if (problems is not [])
        {
            return DirectoryRefusals.NotValid with { Fields = problems };
        }

        var row = known is null
            ? db.Departments.Add(new DepartmentRow { Id = id.Value, Name = department.Value.Name }).Entity
            : await db.Departments.SingleAsync(row => row.Id == id.Value, ct);

        row.Name = department.Value.Name;
        row.ParentId = department.Value.Parent?.Value;
        row.LeaderId = department.Value.Leader?.Value;
        row.ApproverIds = [.. department.Value.Approvers.Select(approver => approver.Value)];
        row.Label = department.Value.Label;
        desk.Sign(row, actor);

        return id;
    }

    private static Department Wanted(SaveDepartment command, Department known, Company company) => known with
    {
        Name = command.Name ?? known.Name,
        Parent = command.Parent is { } parent ? (parent == default ? null : parent) : known.Parent,
        Leader = command.Leader is { } leader ? company.UserNamed(leader)?.Id : known.Leader,
        Approvers = command.Approvers is { } approvers ? [.. approvers.Select(company.UserNamed).OfType<User>().Select(user => user.Id)] : known.Approvers,
        Label = command.Label ?? known.Label,
    };

    /// <summary>User names that nobody has; whether somebody who has one may be named is the rule's to say.</summary>
    private static IEnumerable<FieldProblem> Strangers(SaveDepartment command, Company company) =>
    [
        .. command.Leader is { } leader && !string.IsNullOrWhiteSpace(leader) && company.UserNamed(leader) is null ? [DirectoryProblems.PersonUnknown(DirectoryProblems.Leader, leader)] : Array.Empty<FieldProblem>(),
        .. (command.Approvers ?? []).Where(name => company.UserNamed(name) is null).Take(1).Select(name => DirectoryProblems.PersonUnknown(DirectoryProblems.Approver, name)),
    ];
}
