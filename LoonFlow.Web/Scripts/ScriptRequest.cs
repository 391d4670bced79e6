namespace LoonFlow.Web.Scripts;

/// <summary>One run of one script.</summary>
/// <param name="Run">Names this run in the script's environment and wherever it is told about.</param>
/// <param name="Interpreter">The name of an interpreter of the settings.</param>
/// <param name="Content">The script's text.</param>
/// <param name="Input">A JSON object with ticket_id, action_from and ticket: what the script reads on its standard input.</param>
public sealed record ScriptRequest(string Run, string Interpreter, string Content, string Input);
