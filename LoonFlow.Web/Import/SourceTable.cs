namespace LoonFlow.Web.Import;

/// <summary>The tables of a loonflow installation, by the names they have in its dump.</summary>
internal static class SourceTable
{
    public const string Departments = "account_loondept";
    public const string People = "account_loonuser";
    public const string Roles = "account_loonrole";
    public const string Memberships = "account_loonuserrole";
    public const string Workflows = "workflow_workflow";
    public const string Fields = "workflow_customfield";
    public const string States = "workflow_state";
    public const string Transitions = "workflow_transition";
    public const string Scripts = "workflow_workflowscript";

    public const string Applications = "account_apptoken";
    public const string Notices = "workflow_customnotice";
    public const string Tickets = "ticket_ticketrecord";
    public const string Values = "ticket_ticketcustomfield";
    public const string Logs = "ticket_ticketflowlog";

    /// <summary>Who has to do with a ticket, from loonflow 1.0 on.</summary>
    public const string Relations = "ticket_ticketuser";

    /// <summary>Who acted last in a state, in loonflow 0.1; the history says so as well.</summary>
    public const string LastHandlers = "ticket_ticketstatelastman";

    /// <summary>Rows that say how an installation is set up and have ids here.</summary>
    public static readonly IReadOnlyList<string> Imported = [Departments, People, Roles, Memberships, Workflows, Fields, States, Transitions, Applications];

    /// <summary>The few of which the whole of a dump is collected before any of it is taken.</summary>
    public static readonly IReadOnlyList<string> Collected = [.. Imported, Notices, Scripts];

    /// <summary>Of these there may be more than memory holds.</summary>
    public static readonly IReadOnlyList<string> OfTickets = [Tickets, Values, Relations, Logs];
}
