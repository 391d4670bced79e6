using Microsoft.AspNetCore.Components;

namespace LoonFlow.Tests.Architecture;

public sealed class TypeTests
{
    /// <summary>If the word is missing, the idea is not finished.</summary>
    private static readonly string[] NotUsed = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Services", "Processor", "Dto", "Info", "Impl"];

    private static readonly HashSet<string> CodeBehinds =
        [.. Sources.Below(["LoonFlow.Web", "LoonFlow.Tests"], ".cs").Select(path => path[(path.LastIndexOf('/') + 1)..])];

    [Fact]
    public void Every_class_is_sealed_unless_something_of_ours_derives_from_it()
    {
        Type[] all = [.. OwnTypes.Of(OwnTypes.Domain, OwnTypes.Web, OwnTypes.Tests)];
        var bases = all.Select(type => type.BaseType).OfType<Type>().Select(Open).ToHashSet();

        var open = all.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type) && !IsMarkupOnly(type));

        Offenders.None(open);
    }

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing()
    {
        var empty = OwnTypes.Of(OwnTypes.Domain, OwnTypes.Web, OwnTypes.Tests)
            .Select(type => type.Name.Split('`')[0])
            .Where(name => NotUsed.Any(word => name.EndsWith(word, StringComparison.Ordinal)));

        Offenders.None(empty);
    }

    /// <summary>The class of a component without a code-behind is written by the compiler, which does not seal it.</summary>
    private static bool IsMarkupOnly(Type type) =>
        typeof(IComponent).IsAssignableFrom(type)
        && !CodeBehinds.Contains($"{type.Name.Split('`')[0]}.razor.cs");

    private static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
