using System.Globalization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Import.Scripts;

namespace LoonFlow.Web.Import;

/// <summary><c>LoonFlow.Web import FILE</c>: imports a dump and prints what became of it.</summary>
internal static class ImportCommand
{
    /// <summary>Of the problems, what a person reads on a console; the file has all of them.</summary>
    private const int MostShown = 100;

    /// <returns>The program's exit code: 0 when the dump was read, whatever was wrong with single rows.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string file, CancellationToken ct = default)
    {
        var settings = services.GetRequiredService<IConfiguration>();

        try
        {
            var media = settings["Import:Media"] is { Length: > 0 } folder ? new MediaFolder(folder, settings.GetValue<bool>("Import:ApproveScripts")) : null;
            await using var dump = new FileStream(file, new FileStreamOptions { Options = FileOptions.SequentialScan });
            using var progress = new ImportProgress(dump);
            var reportFile = ReportFile(DataFolder.From(settings), services.GetRequiredService<TimeProvider>());
            await using var written = new StreamWriter(reportFile);
            var choices = new ImportChoices { Media = media, Problems = written, Passed = progress.Show, Committed = progress.Show };

            if (await services.GetRequiredService<DumpImport>().RunAsync(dump, ct, choices) is not { } report)
            {
                await written.DisposeAsync();
                File.Delete(reportFile);

                return Refuse($"{file} is not a MySQL dump of a loonflow installation: it holds no people and no workflows.");
            }

            progress.Clear();
            await WriteAsync(written, ImportReportText.Lines(report, mostShown: 0));

            foreach (var line in ImportReportText.Lines(report, MostShown, reportFile))
            {
                Console.WriteLine(line);
            }

            return 0;
        }
        catch (ImportInterruptedException interrupted)
        {
            return Refuse(interrupted.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // The edge of the program; whatever else fails is told where the program starts.
            return Refuse($"{file}, the media folder or the data folder cannot be used: {unreadable.Message}");
        }
    }

    private static string ReportFile(DataFolder folder, TimeProvider clock) => Path.Combine(
        Directory.CreateDirectory(folder.Root).FullName,
        string.Create(CultureInfo.InvariantCulture, $"import-{clock.GetUtcNow():yyyyMMdd-HHmmss}.txt"));

    private static async Task WriteAsync(StreamWriter file, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await file.WriteLineAsync(line);
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);

        return 1;
    }
}
