using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Applications.Edit;

/// <summary>What stands in a part of a form, as a reader says it.</summary>
internal sealed class ApplicationReading(
    IStringLocalizer<ApplicationTexts> texts, IReadOnlyList<ComboboxItem> workflows, IReadOnlyList<ComboboxItem> people, IReadOnlyList<ComboboxItem> departments)
{
    public string Of(string key, ApplicationForm form) => key switch
    {
        "is_active" => texts[form.IsActive ? "Active" : "Inactive"],
        "grants" => Joined(ApplicationWords.Grants.Where(grant => form.Grants.HasFlag(grant)).Select(grant => texts[$"Grant{grant}"].Value)),
        "schemes" => Joined(ApplicationWords.Schemes.Where(scheme => form.Schemes.HasFlag(scheme)).Select(scheme => texts[$"Scheme{scheme}Short"].Value)),
        "workflow_ids" => form.HasAllWorkflows ? texts["WorkflowsAll"] : Joined(Names(form.Workflows, workflows)),
        "acts_for" => form.ActsForEverybody ? texts["ActsEverybody"] : Joined([.. Names(form.People, people), .. Names(form.Departments, departments)]),
        "addresses" => Joined((form.Addresses ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        "app_name" => form.Name ?? string.Empty,
        "ticket_sn_prefix" => Joined(new[] { form.SerialPrefix }.OfType<string>()),
        _ => Joined(new[] { form.RequestsPerMinute }.OfType<string>()),
    };

    private string Joined(IEnumerable<string> words) => string.Join(texts["And"], words.DefaultIfEmpty(texts["Nothing"].Value));

    private static IEnumerable<string> Names(IEnumerable<string> keys, IReadOnlyList<ComboboxItem> items) =>
        keys.Select(key => items.FirstOrDefault(item => item.Key == key)?.Text ?? key);
}
