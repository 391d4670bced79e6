using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Trials;

/// <summary>One thing that somebody, or the clock, does in a trial. People are named by user name, so that a kept trial can travel.</summary>
public abstract record TrialStep
{
    private TrialStep()
    {
    }

    /// <summary>Somebody files the ticket.</summary>
    public sealed record Submit(string By, TransitionId Transition, string? Title, FieldValues Values) : TrialStep;

    /// <summary>Somebody who is asked in a state takes a transition, having claimed it first where that is needed.</summary>
    public sealed record Take(string By, StateId State, TransitionId Transition, string? Title, FieldValues Values) : TrialStep;

    /// <summary>The script, hook, service or children of a state do their work, or fail.</summary>
    public sealed record Answer(StateId State, bool Succeeds) : TrialStep;

    /// <summary>Time goes by; timers that fall due on the way fire.</summary>
    public sealed record Wait(TimeSpan Time) : TrialStep
    {
        public static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    }
}
