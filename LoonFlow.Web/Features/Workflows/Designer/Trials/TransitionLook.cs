using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer.Trials;

/// <summary>How the button of a transition looks.</summary>
internal static class TransitionLook
{
    public static string? ButtonOf(TransitionKind kind) => kind switch
    {
        TransitionKind.Agree => "lf-button--agree",
        TransitionKind.Refuse => "lf-button--refuse",
        _ => null,
    };
}
