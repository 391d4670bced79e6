using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Import.People;

/// <summary>Takes departments, people, roles and memberships out of a dump.</summary>
internal sealed record ImportPeople(SourceRows Source, ImportReport Report);

internal sealed class ImportPeopleHandler(LoonFlowDb db, IdSequences sequences, IOptions<InstallationOptions> installation)
{
    public async Task<Result<ImportReport>> HandleAsync(ImportPeople command, CancellationToken ct)
    {
        var source = command.Source;
        var ids = await ImportedIds.LoadAsync(db, ct);
        var names = await UserNames.LoadAsync(db, ct);
        var taken = await TakenAsync(ct);
        var held = await db.RoleMembers.Select(member => new { member.UserId, member.RoleId }).ToListAsync(ct);
        await ids.ProposeAsync(taken.Keys.SelectMany(table => source[table]), IdSequences.People, taken, sequences, ct);

        var making = new ImportedMaking(names, installation.Value.Zone);
        var departments = new DepartmentReading(source, ids, names, making);
        var people = new PersonReading(source, ids, names, making);
        var roles = new RoleReading(source, ids, names, making);
        departments.Accept();
        people.Accept();

        db.Departments.AddRange(departments.Read());
        db.Users.AddRange(people.Read());
        db.Roles.AddRange(roles.ReadRoles());
        db.RoleMembers.AddRange(roles.ReadMembers([.. held.Select(member => (member.UserId, member.RoleId))]));
        db.ImportedRows.AddRange(ids.New);

        return command.Report;
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlySet<long>>> TakenAsync(CancellationToken ct) => new Dictionary<string, IReadOnlySet<long>>
    {
        [SourceTable.Departments] = await db.Departments.Select(row => row.Id).ToHashSetAsync(ct),
        [SourceTable.People] = await db.Users.Select(row => row.Id).ToHashSetAsync(ct),
        [SourceTable.Roles] = await db.Roles.Select(row => row.Id).ToHashSetAsync(ct),
    };
}
