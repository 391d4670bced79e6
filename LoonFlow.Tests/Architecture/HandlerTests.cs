using System.Reflection;
using LoonFlow.Web.Features;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Architecture;

public sealed class HandlerTests
{
    private static readonly Type[] All =
    [
        .. OwnTypes.Of(OwnTypes.Web).Where(type => type.IsClass
            && type.Namespace!.StartsWith("LoonFlow.Web.Features", StringComparison.Ordinal)
            && type.Name.EndsWith("Handler", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Each_does_one_thing()
    {
        var others = All.Where(type => type
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)
            .ToArray() is not ["HandleAsync"]);

        Offenders.None(others);
    }

    [Fact]
    public void None_reaches_past_its_unit_of_work()
    {
        var reaching = All.SelectMany(type => type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => ReachesOut(parameter.ParameterType))
            .Select(parameter => $"{type.Name}({parameter.ParameterType.Name})"));

        Offenders.None(reaching);
    }

    [Fact]
    public void None_saves_because_the_door_commits()
    {
        var saving = Sources.Below(["LoonFlow.Web/Features"], ".cs", ".razor")
            .Where(path => !path.EndsWith("/UseCases.cs", StringComparison.Ordinal) && Sources.Read(path).Contains("SaveChanges", StringComparison.Ordinal));

        Offenders.None(saving);
    }

    private static bool ReachesOut(Type type) =>
        type == typeof(HttpClient)
        || type == typeof(IHttpClientFactory)
        || type == typeof(UseCases)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDbContextFactory<>))
        || type.Name.EndsWith("Handler", StringComparison.Ordinal)
        || type.Name.EndsWith("Notifier", StringComparison.Ordinal);
}
