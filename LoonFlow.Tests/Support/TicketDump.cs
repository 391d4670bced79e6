using System.Globalization;
using System.Text;

namespace LoonFlow.Tests.Support;

/// <summary>Rows of tickets as loonflow 0.3 writes them; each names only what matters to its test.</summary>
internal static class TicketDump
{
    private static readonly (string Column, object Value)[] TicketDefaults =
    [
        ("title", "A loan"), ("workflow_id", 1), ("sn", "{id}"), ("state_id", 2), ("parent_ticket_id", 0), ("parent_ticket_state_id", 0), ("participant_type_id", 1),
        ("participant", "bob"), ("relation", "ann,bob"), ("in_add_node", 0), ("add_node_man", ""), ("script_run_last_result", 1), ("is_end", 0), ("is_rejected", 0),
        ("multi_all_person", "{}"), ("creator", "ann"), ("gmt_created", "2020-03-01 09:00:00"), ("gmt_modified", "2020-03-02 09:00:00"), ("is_deleted", 0),
    ];

    private static readonly (string Column, object Value)[] LogDefaults =
    [
        ("ticket_id", 1), ("transition_id", 1), ("suggestion", ""), ("participant_type_id", 1), ("participant", "ann"), ("state_id", 1), ("intervene_type_id", 0),
        ("ticket_data", ""), ("gmt_created", "2020-03-01 09:00:00"), ("is_deleted", 0),
    ];

    public static string Ticket(long id, params (string Column, object Value)[] values) => Insert("ticket_ticketrecord", id, TicketDefaults, values);

    public static string Log(long id, params (string Column, object Value)[] values) => Insert("ticket_ticketflowlog", id, LogDefaults, values);

    public static string Value(long id, long ticket, string key, int type, string column, object value) =>
        Insert("ticket_ticketcustomfield", id, [("ticket_id", ticket), ("field_key", key), ("field_type_id", type), (column, value), ("is_deleted", 0)], []);

    private static string Insert(string table, long id, (string Column, object Value)[] defaults, (string Column, object Value)[] values)
    {
        var row = defaults.Concat(values).GroupBy(pair => pair.Column).Select(same => same.Last()).ToArray();
        var literals = row.Select(pair => pair.Value is string text ? Quoted(text.Replace("{id}", $"loonflow_20200301{id:D4}", StringComparison.Ordinal)) : Convert.ToString(pair.Value, CultureInfo.InvariantCulture));

        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"INSERT INTO {table} (id, {string.Join(", ", row.Select(pair => pair.Column))}) VALUES ({id}, {string.Join(", ", literals)});\n")
            .ToString();
    }

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
