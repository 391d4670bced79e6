using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Settings;

/// <summary>Every way to be turned down about settings in general.</summary>
public static class SettingsRefusals
{
    public static readonly Refusal AdministratorsOnly =
        new(RefusalKind.Forbidden, "settings.administrators_only", "Only administrators of this installation may do this.");
}
