using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LoonFlow.Web.Data.Json;

/// <summary>
/// Writes the members of a closed family (an abstract record with nested records) with a "kind": the member's name in
/// camel case. Nested names are therefore part of what is stored and must not be renamed without a migration.
/// </summary>
public sealed class ClosedFamilies : DefaultJsonTypeInfoResolver
{
    public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var info = base.GetTypeInfo(type, options);

        if (info.Kind is JsonTypeInfoKind.Object && type.IsAbstract && Members(type) is [_, ..] members)
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };

            foreach (var member in members)
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, JsonNamingPolicy.CamelCase.ConvertName(member.Name)));
            }
        }

        return info;
    }

    private static Type[] Members(Type family) => [.. family.GetNestedTypes().Where(nested => nested.IsSubclassOf(family))];
}
