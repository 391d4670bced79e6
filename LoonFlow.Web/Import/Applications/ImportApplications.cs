using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Loonflow;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import.Applications;

/// <summary>Takes over the systems that call, with the tokens that they sign with, so that they need not be changed.</summary>
internal sealed record ImportApplications(SourceRows Source, ImportReport Report);

internal sealed class ImportApplicationsHandler(LoonFlowDb db, IdSequences sequences, ApplicationSecrets secrets, TimeProvider clock)
{
    private const string WorkflowIds = "workflow_ids";
    private const string Prefix = "ticket_sn_prefix";

    private readonly Dictionary<string, long> _names = new(StringComparer.OrdinalIgnoreCase);

    public async Task<Result<ImportReport>> HandleAsync(ImportApplications command, CancellationToken ct)
    {
        var rows = command.Source[SourceTable.Applications];
        var ids = await ImportedIds.LoadAsync(db, ct);
        var taken = new Dictionary<string, IReadOnlySet<long>> { [SourceTable.Applications] = (await db.Applications.Select(row => row.Id).ToListAsync(ct)).Select(id => id.Value).ToHashSet() };
        await ids.ProposeAsync(rows, IdSequences.Applications, taken, sequences, ct);

        foreach (var here in await db.Applications.Select(row => new { row.Name, row.Id }).ToListAsync(ct))
        {
            _names[here.Name] = here.Id.Value;
        }

        foreach (var row in rows.Where(row => !ids.Knows(row)))
        {
            Take(row, ids);
        }

        if (ids.New.Any())
        {
            command.Report.List(SourceTable.Applications, ImportReport.AllRows, "in loonflow every application could change every workflow", "here that is granted under Settings, Applications; those imported may use their workflows and no more");
        }

        db.ImportedRows.AddRange(ids.New);

        return command.Report;
    }

    private void Take(SourceRow row, ImportedIds ids)
    {
        // A name cut short would be another name.
        var name = row.Text("app_name", int.MaxValue);
        var token = row.Whole("token").Trim();

        if (name.Length is 0 or > Application.MaxNameLength)
        {
            row.Skip(name.Length == 0 ? "it has no name" : $"its name has {name.Length} characters and may have {Application.MaxNameLength}");
        }
        else if (string.Equals(name, Application.ReservedName, StringComparison.OrdinalIgnoreCase))
        {
            row.Skip($"“{name}” stands for people who are signed in, not for an application");
        }
        else if (_names.TryGetValue(name, out var here))
        {
            row.Note($"an application with the name “{name}” is here already", "it is the same one and was kept as it is");
            ids.Recognise(row, here);
        }
        else
        {
            var id = ids.Accept(row);
            _names.Add(name, id);
            Add(row, new ApplicationId(id), name, token, ids);
        }
    }

    private void Add(SourceRow row, ApplicationId id, string name, string token, ImportedIds ids)
    {
        var now = clock.GetUtcNow();
        var application = new Application
        {
            Id = id,
            Name = name,
            Schemes = ApiSchemes.Md5 | ApiSchemes.Hmac,
            Workflows = Workflows(row, ids),
            SerialPrefix = SerialPrefix(row),
        };
        db.Applications.Add(new ApplicationRow { Id = id, Name = name, Content = application, CreatedAt = now, ChangedAt = now });

        if (token.Length > 0)
        {
            db.ApplicationSecrets.Add(secrets.Row(id, token, isForSigning: true));
        }
        else
        {
            row.Note("it has no token", "it cannot call until a secret was made for it");
        }
    }

    private static IReadOnlyList<WorkflowId>? Workflows(SourceRow row, ImportedIds ids)
    {
        if (!row.Has(WorkflowIds))
        {
            row.Note("loonflow 0.1 let every application use every workflow", "it may use all of them");
            return null;
        }

        var workflows = new List<WorkflowId>();

        foreach (var text in SourceText.Listed(row.Whole(WorkflowIds)))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var source) && ids.Find(SourceTable.Workflows, source) is { } workflow)
            {
                workflows.Add(new WorkflowId(workflow));
            }
            else
            {
                row.Note($"its workflow “{text}” is unknown or deleted", "it was left out");
            }
        }

        return [.. workflows.Distinct()];
    }

    private static string? SerialPrefix(SourceRow row)
    {
        var written = row.Whole(Prefix).Trim();
        var prefix = new string([.. written.Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' ? character : '-').Take(20)]);

        if (prefix != written)
        {
            row.Note($"its serial prefix “{written}” has other characters than letters, digits, hyphens and underscores", $"it became “{prefix}”");
        }

        return prefix.Length == 0 ? null : prefix;
    }
}
