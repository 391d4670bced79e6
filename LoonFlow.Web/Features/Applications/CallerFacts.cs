using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>All that proving a caller depends on, at one moment and for one small query.</summary>
public sealed class CallerFacts(IDbContextFactory<LoonFlowDb> databases, ApplicationStore applications, CompanyStore companies)
{
    public async Task<(ApplicationBook Applications, Company Company)> LoadAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var stamps = await db.StampsAsync(ct);

        return (await applications.AtAsync(stamps[CacheStamp.Applications], ct), await companies.AtAsync(stamps[CacheStamp.Company], ct));
    }
}
