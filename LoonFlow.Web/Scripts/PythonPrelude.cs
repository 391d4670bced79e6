namespace LoonFlow.Web.Scripts;

/// <summary>
/// Gives a Python script the variables that loonflow gave it (spec B.20): ticket_id, action_from, and with ticket every
/// value. The input stays readable for scripts that would rather read it themselves.
/// </summary>
internal static class PythonPrelude
{
    public const string Text = """
        import io, json, sys, traceback

        def _run(path):
            given = sys.stdin.read()
            values = json.loads(given)
            sys.stdin = io.StringIO(given)
            sys.argv = [path]
            with open(path, encoding='utf-8') as file:
                source = file.read()
            names = {'__name__': '__main__', '__file__': path}
            names.update((name, values.get(name)) for name in ('ticket_id', 'action_from', 'ticket'))
            try:
                exec(compile(source, 'script.py', 'exec'), names)
            except Exception:
                kind, problem, trace = sys.exc_info()
                traceback.print_exception(kind, problem, trace.tb_next)
                sys.stdout.flush()
                sys.exit(1)

        _run(sys.argv[1])
        """;

    public static bool Fits(string command) => Path.GetFileName(command).StartsWith("python", StringComparison.OrdinalIgnoreCase);
}
