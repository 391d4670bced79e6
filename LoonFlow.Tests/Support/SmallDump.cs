namespace LoonFlow.Tests.Support;

/// <summary>Dumps of a few rows. Ann and Eve are led by Bob; a loan is asked for, reviewed by Bob, and ends.</summary>
internal static class SmallDump
{
    public const string Hash = "pbkdf2_sha256$100000$BoQZquZL9sE7$OVm0zb1beQeWkas/IJBgxCkx8fqXlu9S0NamjmibSw0=";

    public const string People =
        $"""
        INSERT INTO account_loondept (id, name, parent_dept_id, leader, approver, is_deleted) VALUES (1, 'Everything', 0, 'bob', '', 0);
        INSERT INTO account_loonuser (id, username, alias, dept_id, password, is_active, is_deleted) VALUES
            (1, 'ann', 'Ann', 1, '{Hash}', 1, 0), (2, 'bob', 'Bob', 1, '{Hash}', 1, 0), (3, 'eve', 'Eve', 1, '{Hash}', 1, 0);
        INSERT INTO account_loonrole (id, name, is_deleted) VALUES (1, 'Auditors', 0);
        INSERT INTO account_loonuserrole (id, user_id, role_id, is_deleted) VALUES (1, 3, 1, 0);

        """;

    public const string Workflow =
        """
        INSERT INTO workflow_workflow (id, name, description, display_form_str, is_deleted, view_permission_check) VALUES (1, 'Loan', '', '["title", "sum"]', 0, 1);

        """;

    public const string Fields =
        """
        INSERT INTO workflow_customfield (id, workflow_id, field_type_id, field_key, field_name, order_id, is_deleted) VALUES (1, 1, 15, 'sum', 'Sum', 25, 0);

        """;

    public const string Transitions =
        """
        INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, source_state_id, destination_state_id, attribute_type_id, is_deleted) VALUES
            (1, 1, 'Submit', 1, 1, 2, 1, 0), (2, 1, 'Agree', 1, 2, 3, 1, 0);

        """;

    public static readonly string States = StatesWith("1, 'bob'");

    public static readonly string Everything = People + Workflow + Fields + States + Transitions;

    /// <summary>The states, with these as type and text of the reviewer.</summary>
    public static string StatesWith(string participants) =>
        "INSERT INTO workflow_state (id, workflow_id, name, type_id, order_id, state_field_str, participant_type_id, participant, is_deleted) VALUES "
        + """(1, 1, 'New', 1, 1, '{\"title\": 2, \"sum\": 2}', 5, 'creator', 0), """
        + $"(2, 1, 'Review', 0, 2, '{{}}', {participants}, 0), "
        + "(3, 1, 'End', 2, 3, '{}', 0, '', 0);\n";
}
