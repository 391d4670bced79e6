using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Import.Tickets;

namespace LoonFlow.Web.Import.People;

/// <summary>Who made the rows of the directory in loonflow, and when.</summary>
internal sealed class ImportedMaking(UserNames names, TimeZoneInfo zone)
{
    public T Of<T>(SourceRow source, T row)
        where T : IDirectoryRow
    {
        row.CreatedBy = names.Find(source.Whole("creator"));
        row.CreatedAt = SourceMoments.Read(source.Whole("gmt_created"), zone);
        row.ChangedAt = SourceMoments.Read(source.Whole("gmt_modified"), zone) ?? row.CreatedAt;

        return row;
    }
}
