using LoonFlow.Web.Data.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoonFlow.Web.Data.Mappings;

/// <summary>Columns that hold a domain value as one JSON text. The value is immutable: a change is another instance.</summary>
internal static class JsonColumns
{
    private const string Annotation = "LoonFlow:Json";

    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => DomainJson.Write(value), json => DomainJson.Read<T>(json)),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b) || Equals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));
        property.HasAnnotation(Annotation, true);

        return property;
    }

    public static void SetType(ModelBuilder builder, string columnType)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.FindAnnotation(Annotation) is not null))
        {
            property.SetColumnType(columnType);
            property.RemoveAnnotation(Annotation);
        }
    }
}
