using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoonFlow.Web.Data;

/// <summary>Every noun's id type is converted here, once, to the number or Guid that the database keeps.</summary>
internal static class IdConventions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<ApplicationId>().HaveConversion<ApplicationIdConverter>();
        builder.Properties<UserId>().HaveConversion<UserIdConverter>();
        builder.Properties<DepartmentId>().HaveConversion<DepartmentIdConverter>();
        builder.Properties<RoleId>().HaveConversion<RoleIdConverter>();
        builder.Properties<WorkflowId>().HaveConversion<WorkflowIdConverter>();
        builder.Properties<VersionId>().HaveConversion<VersionIdConverter>();
        builder.Properties<StateId>().HaveConversion<StateIdConverter>();
        builder.Properties<TransitionId>().HaveConversion<TransitionIdConverter>();
        builder.Properties<TicketId>().HaveConversion<TicketIdConverter>();
        builder.Properties<CalendarId>().HaveConversion<CalendarIdConverter>();
        builder.Properties<FileId>().HaveConversion<FileIdConverter>();
    }

    private sealed class ApplicationIdConverter() : ValueConverter<ApplicationId, long>(id => id.Value, value => new ApplicationId(value));

    private sealed class UserIdConverter() : ValueConverter<UserId, long>(id => id.Value, value => new UserId(value));

    private sealed class DepartmentIdConverter() : ValueConverter<DepartmentId, long>(id => id.Value, value => new DepartmentId(value));

    private sealed class RoleIdConverter() : ValueConverter<RoleId, long>(id => id.Value, value => new RoleId(value));

    private sealed class WorkflowIdConverter() : ValueConverter<WorkflowId, long>(id => id.Value, value => new WorkflowId(value));

    private sealed class VersionIdConverter() : ValueConverter<VersionId, long>(id => id.Value, value => new VersionId(value));

    private sealed class StateIdConverter() : ValueConverter<StateId, long>(id => id.Value, value => new StateId(value));

    private sealed class TransitionIdConverter() : ValueConverter<TransitionId, long>(id => id.Value, value => new TransitionId(value));

    private sealed class TicketIdConverter() : ValueConverter<TicketId, long>(id => id.Value, value => new TicketId(value));

    private sealed class CalendarIdConverter() : ValueConverter<CalendarId, long>(id => id.Value, value => new CalendarId(value));

    private sealed class FileIdConverter() : ValueConverter<FileId, Guid>(id => id.Value, value => new FileId(value));
}
