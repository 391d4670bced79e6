using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One whom a ticket waits for, as screens name them: a person, or a group with those who are in it now.</summary>
public sealed record ParticipantName(ParticipantKind Kind, long Key, string Name)
{
    /// <summary>Since when they are asked, where that is known.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    public static ParticipantName Of(Participant participant, Company company) =>
        new(participant.Kind, participant.Key, NameOf(participant, company) ?? $"#{participant.Key}");

    private static string? NameOf(Participant participant, Company company) => participant.Kind switch
    {
        ParticipantKind.Person => company.User(new UserId(participant.Key))?.Name,
        ParticipantKind.Department => company.Department(new DepartmentId(participant.Key))?.Name,
        ParticipantKind.Role => company.Role(new RoleId(participant.Key))?.Name,
        _ => null,
    };
}
