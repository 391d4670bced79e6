using LoonFlow.Web.Import.Scripts;

namespace LoonFlow.Web.Import;

/// <summary><c>LoonFlow.Web import FILE</c>: imports a dump and prints what became of it.</summary>
internal static class ImportCommand
{
    /// <returns>The program's exit code: 0 when the dump was read, whatever was wrong with single rows.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string file, CancellationToken ct = default)
    {
        var settings = services.GetRequiredService<IConfiguration>();

        try
        {
            var media = settings["Import:Media"] is { Length: > 0 } folder ? new MediaFolder(folder, settings.GetValue<bool>("Import:ApproveScripts")) : null;
            await using var dump = new FileStream(file, new FileStreamOptions { Options = FileOptions.SequentialScan });
            using var progress = new ImportProgress(dump);

            if (await services.GetRequiredService<DumpImport>().RunAsync(dump, ct, new ImportChoices { Media = media, Passed = progress.Show, Committed = progress.Show }) is not { } report)
            {
                return Refuse($"{file} is not a MySQL dump of a loonflow installation: it holds no people and no workflows.");
            }

            progress.Clear();

            foreach (var line in ImportReportText.Lines(report))
            {
                Console.WriteLine(line);
            }

            return 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // The edge of the program; whatever else fails is told where the program starts.
            return Refuse($"{file}, or the media folder, cannot be read: {unreadable.Message}");
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);

        return 1;
    }
}
