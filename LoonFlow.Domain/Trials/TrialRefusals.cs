using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Trials;

/// <summary>Every way in which a trial itself, not the workflow, turns a step down.</summary>
public static class TrialRefusals
{
    public static readonly Refusal NotBegun =
        new(RefusalKind.Conflict, "trial.not_begun", "File the ticket first.");

    public static readonly Refusal BegunAlready =
        new(RefusalKind.Conflict, "trial.begun_already", "The ticket is filed already; start over to file another one.");

    public static readonly Refusal UnknownPerson =
        new(RefusalKind.Invalid, "trial.unknown_person", "There is no active person of this user name.");

    public static readonly Refusal NotThere =
        new(RefusalKind.Conflict, "trial.not_there", "The ticket is not in this state.");

    public static readonly Refusal TimeMalformed =
        new(RefusalKind.Invalid, "trial.time_malformed", "Time goes on by more than nothing and at most a year at once.");
}
