namespace LoonFlow.Web.Import;

/// <summary>One line on a terminal that says how far the reading is; nothing where no terminal is.</summary>
internal sealed class ImportProgress(Stream dump) : IDisposable
{
    private readonly bool _isSilent = Console.IsErrorRedirected || dump.Length == 0;
    private long _shown = -1;

    public void Show()
    {
        if (_isSilent)
        {
            return;
        }

        var percent = 100 * dump.Position / dump.Length;

        if (percent != _shown)
        {
            _shown = percent;
            Console.Error.Write($"\rReading the dump … {percent} %");
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
