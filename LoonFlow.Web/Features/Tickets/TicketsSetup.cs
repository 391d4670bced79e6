using LoonFlow.Web.Features.Tickets.Detail;
using LoonFlow.Web.Features.Tickets.Drafts;
using LoonFlow.Web.Features.Tickets.Lists;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Tickets;

internal static class TicketsSetup
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddScoped<SituationLoader>();
        services.AddScoped<TicketDecisions>();
        services.AddSingleton<ParticipantFactsLoader>();
        services.AddScoped<AttachedFiles>();
        services.AddSingleton<SerialNumbers>();
        services.AddSingleton<FilingLimits>();
        services.AddSingleton<TicketFeed>();
        services.AddSingleton<InboxQueries>();
        services.AddSingleton<TicketQueries>();
        services.AddSingleton<TicketRecordQueries>();
        services.AddSingleton<TicketCountQueries>();
        services.AddSingleton<TicketRequests>();
        services.AddSingleton<FormDraftQueries>();
        services.AddScoped<SaveFormDraftHandler>();
        services.AddSingleton<IOutboxListener>(provider => provider.GetRequiredService<TicketFeed>());

        services.AddScoped<SubmitTicketHandler>();
        services.AddScoped<TakeTransitionHandler>();
        services.AddScoped<ClaimTicketHandler>();
        services.AddScoped<ForwardTicketHandler>();
        services.AddScoped<ConsultOnTicketHandler>();
        services.AddScoped<AnswerConsultationHandler>();
        services.AddScoped<CommentOnTicketHandler>();
        services.AddScoped<WithdrawTicketHandler>();
        services.AddScoped<CloseTicketHandler>();
        services.AddScoped<FireTimerHandler>();
        services.AddScoped<ReconsiderVisitHandler>();
        services.AddScoped<ReturnTicketHandler>();
        services.AddScoped<TakeBackTicketHandler>();
        services.AddScoped<JumpTicketHandler>();
        services.AddScoped<ForceForwardTicketHandler>();
        services.AddScoped<CorrectValuesHandler>();
        services.AddScoped<DeleteTicketHandler>();
        services.AddScoped<RestoreTicketHandler>();

        return services;
    }
}
