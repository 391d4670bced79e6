using System.Xml.Linq;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Identity;

/// <summary>
/// Keeps the keys of cookies and forms in the database, so that they outlive a restart and all instances share them.
/// They are as secret as the database is: whoever reads it reads the keys.
/// </summary>
internal sealed class DatabaseKeyRing(IDbContextFactory<LoonFlowDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();

        return [.. db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
