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

    public static readonly IReadOnlyList<string> Imported = [Departments, People, Roles, Memberships, Workflows, Fields, States, Transitions];

    private static readonly string[] Later = ["workflow_customnotice", "account_apptoken"];

    /// <summary>Whether it holds something of an installation that is not imported yet.</summary>
    public static bool IsLater(string table) => Later.Contains(table, StringComparer.Ordinal) || table.StartsWith("ticket_", StringComparison.Ordinal);
}
