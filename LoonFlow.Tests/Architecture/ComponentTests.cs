using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Architecture;

public sealed class ComponentTests
{
    [Fact]
    public void None_sees_the_database_a_handler_a_notifier_or_the_network()
    {
        var seeing = OwnTypes.Of(OwnTypes.Web)
            .Where(type => typeof(IComponent).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(property => property.IsDefined(typeof(InjectAttribute)) && IsNotForScreens(property.PropertyType))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Offenders.None(seeing);
    }

    private static bool IsNotForScreens(Type type) =>
        typeof(DbContext).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDbContextFactory<>))
        || type == typeof(HttpClient)
        || type == typeof(IHttpClientFactory)
        || type == typeof(IServiceProvider)
        || type.Name.EndsWith("Handler", StringComparison.Ordinal)
        || type.Name.EndsWith("Notifier", StringComparison.Ordinal);
}
