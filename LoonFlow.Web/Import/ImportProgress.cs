namespace LoonFlow.Web.Import;

/// <summary>One line on a terminal that says how far the reading is; nothing where no terminal is.</summary>
internal sealed class ImportProgress(Stream dump) : IDisposable
{
    private readonly bool _isSilent = Console.IsErrorRedirected || dump.Length == 0;
    private long _shown = -1;

    /// <summary>How far the dump was read.</summary>
    public void Show()
    {
        if (!_isSilent)
        {
            Show("Reading the dump", 100 * dump.Position / dump.Length);
        }
    }

    /// <summary>How many tickets have come.</summary>
    public void Show(int done, int all)
    {
        if (!_isSilent)
        {
            Show("Importing tickets", 100L * done / Math.Max(1, all));
        }
    }

    private void Show(string what, long percent)
    {
        if (percent != _shown)
        {
            _shown = percent;
            Console.Error.Write($"\r\e[K{what} {new string('█', (int)percent / 4)}{new string('░', 25 - ((int)percent / 4))} {percent} %");
        }
    }

    public void Clear()
    {
        if (_shown >= 0)
        {
            Console.Error.Write("\r\e[K");
            _shown = -1;
        }
    }

    public void Dispose() => Clear();
}
