namespace LoonFlow.Web.Import;

/// <summary>What became of a dump: how many rows of each table, which workflows, and everything that was not taken as it stands.</summary>
/// <param name="file">Takes every problem when it is met, however many there are; null keeps the first ones only.</param>
internal sealed class ImportReport(TextWriter? file = null)
{
    /// <summary>Of so many problems it is known that they were listed; a dump may have more than memory holds.</summary>
    public const int MostKept = 10_000;

    /// <summary>Stands for a row where something is true of a whole table; it is listed once.</summary>
    public const string AllRows = "all";

    private readonly Dictionary<(string Table, RowOutcome Outcome), int> _counts = [];
    private readonly SortedDictionary<string, int> _later = new(StringComparer.Ordinal);
    private readonly List<ImportProblem> _problems = [];
    private readonly HashSet<ImportProblem> _listed = [];
    private readonly List<string> _published = [];
    private readonly List<string> _drafts = [];

    /// <summary>The first ones, in the order in which they were met.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;

    public long ProblemCount { get; private set; }

    /// <summary>Rows of tables that were passed over.</summary>
    public IReadOnlyDictionary<string, int> Later => _later;

    /// <summary>Names of the workflows that take tickets now.</summary>
    public IReadOnlyList<string> Published => _published;

    /// <summary>Names of the workflows that must be put right first.</summary>
    public IReadOnlyList<string> Drafts => _drafts;

    public int this[string table, RowOutcome outcome] => _counts.GetValueOrDefault((table, outcome));

    public int Read(string table) => Enum.GetValues<RowOutcome>().Sum(outcome => this[table, outcome]);

    public void Count(string table, RowOutcome outcome) => _counts[(table, outcome)] = this[table, outcome] + 1;

    public void CountLater(string table) => _later[table] = _later.GetValueOrDefault(table) + 1;

    /// <summary>Lists a problem once, however often it is met.</summary>
    public void List(string table, string row, string reason, string done)
    {
        var problem = new ImportProblem(table, row, reason, done);

        if (_listed.Contains(problem))
        {
            return;
        }

        ProblemCount++;
        file?.WriteLine(problem);

        if (_problems.Count < MostKept || row == AllRows)
        {
            _listed.Add(problem);
            _problems.Add(problem);
        }
    }

    public void ListPublished(string workflow) => _published.Add(workflow);

    public void ListDraft(string workflow) => _drafts.Add(workflow);
}
