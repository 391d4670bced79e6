using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Overview;

/// <summary>Whom a state asks, in words.</summary>
internal static class ParticipantPhrases
{
    public static string Of(State state, WorkflowVersion workflow, Company company, IStringLocalizer<OverviewTexts> texts)
    {
        if (state.Kind is StateKind.Start)
        {
            return texts["WhoCreator"];
        }

        IEnumerable<string> names = state.Participants switch
        {
            ParticipantSpec.People people => people.Users.Select(id => company.User(id)?.Name ?? $"#{id.Value}"),
            ParticipantSpec.Departments departments => departments.Ids.Select(id => company.Department(id)?.Name ?? $"#{id.Value}"),
            ParticipantSpec.Roles roles => roles.Ids.Select(id => company.Role(id)?.Name ?? $"#{id.Value}"),
            ParticipantSpec.Fields fields => fields.Keys.Select(key => workflow.Field(key)?.Name.ForReader() ?? key),
            ParticipantSpec.Script script => [script.Name],
            _ => [],
        };

        return texts[$"Who{state.Participants.GetType().Name}", string.Join(texts["Separator"], names)];
    }
}
