using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Trials;

namespace LoonFlow.Domain.Workflows;

/// <summary>Everything that a designer says about a workflow. Edited as a draft; immutable once published as a version.</summary>
public sealed record WorkflowDocument
{
    /// <summary>What is left of a serial's length when the date and the day's number have their place.</summary>
    public const int MaxSerialPrefixLength = 40;

    /// <summary>Characters; no symbol's name is nearly as long.</summary>
    public const int MaxIconLength = 100;

    public required Caption Name { get; init; }

    public Caption Description { get; init; } = Caption.Empty;

    /// <summary>The heading under which the catalogue lists it.</summary>
    public Caption Category { get; init; } = Caption.Empty;

    /// <summary>A Material symbol's name, for the catalogue.</summary>
    public string Icon { get; init; } = "description";

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    public IReadOnlyList<State> States { get; init; } = [];

    public IReadOnlyList<Transition> Transitions { get; init; } = [];

    /// <summary>Keys of the fields shown to those who may view but not handle (spec A.3).</summary>
    public IReadOnlyList<string> DisplayFields { get; init; } = [];

    /// <summary>Leads the serial numbers of its tickets; null takes the installation's.</summary>
    public string? SerialPrefix { get; init; }

    /// <summary>Makes the title of a ticket whose creator gave none, for example "{creator}: {days} days"; null takes the workflow's name.</summary>
    public string? TitleTemplate { get; init; }

    /// <summary>Who may file how many tickets.</summary>
    public CreationLimits Limits { get; init; } = CreationLimits.None;

    /// <summary>In which words, and through which channels of groups, its tickets' notices are told.</summary>
    public NoticeSettings Notices { get; init; } = NoticeSettings.Default;

    /// <summary>The working time of its timers; null takes the company's default.</summary>
    public CalendarId? Calendar { get; init; }

    /// <summary>Other systems that are told what happens to its tickets.</summary>
    public IReadOnlyList<EventHook> EventHooks { get; init; } = [];

    /// <summary>Where the fields stand on the form; null lists them in their order.</summary>
    public FormLayout? Layout { get; init; }

    /// <summary>What must hold between fields.</summary>
    public IReadOnlyList<FormCheck> Checks { get; init; } = [];

    /// <summary>Written on the canvas, for designers only.</summary>
    public IReadOnlyList<CanvasNote> Notes { get; init; } = [];

    /// <summary>Trials that must go as they went before anything is published.</summary>
    public IReadOnlyList<KeptTrial> Trials { get; init; } = [];
}
