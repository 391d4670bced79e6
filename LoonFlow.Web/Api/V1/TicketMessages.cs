using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1;

/// <summary>Gives refusals about tickets what loonflow's sentences name (spec B.1, B.3, B.10, B.25).</summary>
internal static class TicketMessages
{
    public static Refusal OfFiling(Refusal refusal, WorkflowVersion? version, Actor.Person person, ApiRequest request) => refusal.Code switch
    {
        _ when refusal == ApplicationRefusals.WorkflowNotGranted => refusal.With(request.Caller.Application?.Name ?? string.Empty),
        _ when refusal == CreationRefusals.NotForYou && version is not null => refusal.With(Missing(version.Document.Limits, person)),
        _ => OfForm(refusal, version, version?.Start),
    };

    /// <summary>loonflow names all that is required, not only what is missing.</summary>
    /// <param name="refusal">Why not.</param>
    /// <param name="version">The ticket's workflow.</param>
    /// <param name="state">Whose form it is.</param>
    public static Refusal OfForm(Refusal refusal, WorkflowVersion? version, State? state) =>
        refusal.Code == TicketRefusals.FormIncomplete.Code && version is not null && state is not null && refusal.Fields.Any(field => field.Code == "field.required")
            ? refusal.With([.. FormRules.ForHandling(version, state).Where(entry => entry.Access is FieldAccess.Required).Select(entry => entry.Key)])
            : refusal;

    /// <summary>
    /// An application knows the tickets of its workflows, so it hears why a person may not see one of them; to the person it
    /// is as if there were none.
    /// </summary>
    public static async Task<Refusal> OfReadingAsync(Refusal refusal, TicketId id, ApiRequest request, TicketRecordQueries tickets, CancellationToken ct) =>
        refusal == TicketRefusals.NotFound
        && request.Caller is { Application: { } application, Person: not null }
        && (await tickets.FindAsync(id, new Actor.Caller(application.Reach), ct)).Succeeded
            ? TicketCallRefusals.NotRelated
            : refusal;

    private static string Missing(CreationLimits limits, Actor.Person person) =>
        limits.Departments is { } departments && !departments.Any(person.Departments.Contains) ? "dept"
        : limits.Roles is { } roles && !roles.Any(person.Roles.Contains) ? "role"
        : string.Empty;
}
