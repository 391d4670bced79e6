using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Import.Workflows;
using LoonFlow.Web.Loonflow;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import.Scripts;

/// <summary>Takes over scripts: their names from the dump, their text from loonflow's media folder. Inactive unless approved: they are to be read first.</summary>
/// <param name="Media">Null when nobody said where it is.</param>
internal sealed record ImportScripts(SourceRows Source, ImportReport Report, MediaFolder? Media);

internal sealed class ImportScriptsHandler(LoonFlowDb db, TimeProvider clock)
{
    public async Task<Result<ImportReport>> HandleAsync(ImportScripts command, CancellationToken ct)
    {
        var here = await db.Scripts.Select(script => script.StoredName).ToHashSetAsync(ct);

        foreach (var row in command.Source[SourceTable.Scripts])
        {
            var storedName = WorkflowSurroundings.FileName(row);

            if (here.Contains(storedName))
            {
                row.Count(RowOutcome.Unchanged);
            }
            else if (command.Media is not { } media)
            {
                command.Report.CountLater(SourceTable.Scripts);
            }
            else if (storedName.Length is 0 or > StoredScript.MaxStoredNameLength || await media.FindAsync(storedName, ct) is not { } content)
            {
                row.Skip($"its file “{storedName}” is not in the media folder");
            }
            else
            {
                Add(row, storedName, content, media.Approves);
                here.Add(storedName);
            }
        }

        return command.Report;
    }

    private void Add(SourceRow row, string storedName, string content, bool isApproved)
    {
        row.Count(RowOutcome.Imported);
        db.Scripts.Add(new StoredScript
        {
            Name = row.Name("name", StoredScript.MaxNameLength),
            StoredName = storedName,
            Description = row.Text("description", StoredScript.MaxDescriptionLength),
            Content = SourceText.Clean(content).ReplaceLineEndings("\n"),
            IsActive = isApproved && row.Flag("is_active", otherwise: true),
            ChangedAt = clock.GetUtcNow(),
        });

        if (!isApproved)
        {
            row.Note("it was not approved", "it was taken inactive; read and activate it under Settings, Scripts");
        }
    }
}
