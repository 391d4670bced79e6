using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Tests.Architecture;

/// <summary>The types that somebody wrote, without what compilers and generators add.</summary>
internal static class OwnTypes
{
    public static readonly Assembly Domain = typeof(Ticket).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;
    public static readonly Assembly Tests = typeof(OwnTypes).Assembly;

    public static IEnumerable<Type> Of(params Assembly[] assemblies) => assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("LoonFlow", StringComparison.Ordinal) == true)
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && !IsGenerated(type));

    public static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
        || type.Name == "_Imports"
        || type.Namespace!.Contains(".Migrations", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && (IsGenerated(outer) || outer.Name.Contains('<', StringComparison.Ordinal)));
}
