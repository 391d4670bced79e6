using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>
/// The words of a workflow's notices. loonflow told whoever had to act next, through a script that somebody had written;
/// LoonFlow tells them itself, in the same words (spec B.23).
/// </summary>
internal static class ImportedNotices
{
    private const string TitleTemplate = "title_template";
    private const string ContentTemplate = "content_template";

    private static readonly NoticeEvent[] Told = [NoticeEvent.Arrival, NoticeEvent.Returned];

    private static readonly (string There, string Here)[] Renamed =
        [("{participant}", "{participant_info.participant_name}"), ("{workflow_id}", "{workflow.workflow_name}")];

    /// <summary>The notices that a workflow names.</summary>
    public static IReadOnlyList<long> Of(SourceRow workflow) =>
        [.. SourceText.Listed(workflow.Whole("notices")).Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct()];

    public static NoticeSettings Read(SourceRow workflow, SourceRows source, IReadOnlyList<FormField> fields)
    {
        var rows = Of(workflow).Select(id => (Id: id, Row: source.Find(SourceTable.Notices, id))).ToArray();

        foreach (var (id, row) in rows)
        {
            if (row is null)
            {
                workflow.Note($"its notice {id} is unknown or deleted", "it was left out");
            }
            else
            {
                ListWhatDoesNotCome(row);
            }
        }

        // From loonflow 1.0 on the words are the workflow's own.
        SourceRow[] worded = [.. rows.Select(pair => pair.Row).OfType<SourceRow>().Prepend(workflow).Where(row => row.Has(ContentTemplate) && !(row.IsBlank(TitleTemplate) && row.IsBlank(ContentTemplate)))];

        foreach (var other in worded.Skip(1))
        {
            other.Note($"workflow {workflow.Id} tells the same in other words already", "its own words were left out there");
        }

        return worded is [var first, ..] && rows.Length > 0 ? Words(first, fields) : NoticeSettings.Default;
    }

    /// <summary>Says of each notice whether a workflow took it.</summary>
    public static void Count(SourceRows source, IReadOnlySet<long> taken, IReadOnlySet<long> known)
    {
        foreach (var row in source[SourceTable.Notices])
        {
            if (taken.Contains(row.Id))
            {
                row.Count(RowOutcome.Imported);
            }
            else if (known.Contains(row.Id))
            {
                row.Count(RowOutcome.Unchanged);
            }
            else
            {
                row.Skip("no workflow uses it");
            }
        }
    }

    private static void ListWhatDoesNotCome(SourceRow row)
    {
        if (!row.IsBlank("script"))
        {
            row.Note($"its script “{ScriptFile.Named(row.Whole("script"))}” said where notices went", "LoonFlow tells people itself, in the bell, by mail and through the channels under Settings; the script was left out");
        }

        if (!row.IsBlank("hook_url"))
        {
            row.Note($"it calls {SourceText.Cut(row.Whole("hook_url"), 200)}", "set that up among the workflow's event hooks");
        }
    }

    private static NoticeSettings Words(SourceRow row, IReadOnlyList<FormField> fields)
    {
        var title = new Caption(Template(row, TitleTemplate, Caption.MaxLength, fields));
        var content = new Caption(Template(row, ContentTemplate, NoticeTemplate.MaxContentLength, fields));

        return new NoticeSettings { Templates = [.. Told.Select(told => new NoticeTemplate(told, title, content))] };
    }

    private static string Template(SourceRow row, string column, int longest, IReadOnlyList<FormField> fields)
    {
        var text = Renamed.Aggregate(row.Text(column, longest), (written, names) => written.Replace(names.There, names.Here, StringComparison.Ordinal));

        foreach (var key in TemplateText.Keys(text).Where(key => !NoticePlaceholder.All.Contains(key) && fields.All(field => field.Key != key)))
        {
            row.Note($"{column} has a place for “{key}”, which is no field", "nothing will stand there");
        }

        return SourceText.Cut(text, longest);
    }
}
