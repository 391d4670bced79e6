using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>One changed property in words; before and after are null where it cannot be said shorter than by looking.</summary>
public sealed record ChangeLine(string What, string? Before, string? After);

/// <summary>What differs between two documents, in words.</summary>
public sealed class ChangeWords
{
    private static readonly HashSet<string> LookedAt = new(StringComparer.Ordinal) { "position", "line", "order", "width", "height" };

    private readonly ValueWords _before;
    private readonly ValueWords _after;
    private readonly IStringLocalizer<VersionTexts> _texts;

    public ChangeWords(
        WorkflowDocument before,
        WorkflowDocument after,
        DesignerReferences known,
        IStringLocalizer<VersionTexts> texts,
        IStringLocalizer<OverviewTexts> overview)
    {
        _before = new ValueWords(before, known, texts, overview);
        _after = new ValueWords(after, known, texts, overview);
        _texts = texts;
    }

    public ChangeLine Of(PropertyChange change)
    {
        var what = NameOf(change.Property, change.Key);

        if (LookedAt.Contains(change.Property) || change.Key == DocumentParts.OrderKey)
        {
            return new ChangeLine(what, null, null);
        }

        var (before, after) = (Said(_before, change.Property, change.Before), Said(_after, change.Property, change.After));

        return before == after ? new ChangeLine(what, null, null) : new ChangeLine(what, before, after);
    }

    /// <summary>A place where two designers contradict each other, and what either says.</summary>
    public ChangeLine Of(MergeConflict conflict) => conflict.Place.Property.Length == 0
        ? new ChangeLine(_texts["WholeElement"], Kept(conflict.Mine), Kept(conflict.Theirs))
        : new ChangeLine(NameOf(conflict.Place.Property, conflict.Place.Key), Said(_before, conflict.Place.Property, conflict.Mine), Said(_after, conflict.Place.Property, conflict.Theirs));

    /// <summary>A field that a state does not name is hidden there.</summary>
    private string Said(ValueWords words, string property, object? value) => property == "access" && value is null ? _texts["FieldHidden"] : words.Of(value);

    private string Kept(object? side) => _texts[side is null ? "Removed" : "KeptChanged"];

    private string NameOf(string property, string key)
    {
        var name = _texts[$"Property.{property}"];

        return key.Length == 0 ? name
            : key == DocumentParts.OrderKey ? _texts["OrderOf", name]
            : _texts["PartOf", name, property is "access" or "displayFields" ? _after.FieldName(key) is var now && now != key ? now : _before.FieldName(key) : key];
    }
}
