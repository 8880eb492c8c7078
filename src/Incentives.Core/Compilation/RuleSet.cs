using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>The rule files of a request: schemes with the vocabularies they use and the overlays laid over them.</summary>
internal sealed class RuleSet
{
    private readonly List<RuleFile> _schemes = [];
    private readonly List<RuleFile> _overlays = [];
    private readonly Dictionary<string, RuleFile> _vocabularies = [];
    private readonly List<RuleFile> _others = [];
    private readonly Dictionary<string, string> _names = [];

    private RuleSet()
    {
    }

    /// <summary>The scheme files, in the order of their names, before overlays.</summary>
    public IReadOnlyList<RuleFile> Schemes => _schemes;

    /// <summary>Test and target files found beside them.</summary>
    public IReadOnlyList<RuleFile> Others => _others;

    /// <summary>Vocabularies that some scheme uses.</summary>
    public IEnumerable<RuleFile> UsedVocabularies =>
        _vocabularies.Values.Where(v => _schemes.Any(s => Uses(s).Contains(v.Id))).OrderBy(v => v.Name, StringComparer.Ordinal);

    /// <summary>Where each file is on disk, by the name that places in it have.</summary>
    public IReadOnlyDictionary<string, string> Files => _names;

    /// <summary>Every file that decides the result.</summary>
    public IEnumerable<RuleFile> Deciding => [.. _schemes, .. _overlays, .. UsedVocabularies];

    /// <summary>Reads files and folders. Vocabularies are also looked for in a folder <c>vocabulary</c> beside or above each path.</summary>
    public static RuleSet Read(IReadOnlyList<string> paths, DiagnosticBag bag)
    {
        RuleSet set = new();
        HashSet<string> seen = [], named = [.. paths.Where(File.Exists).Select(Path.GetFullPath)];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                foreach (string file in FilesIn(path)) set.Add(Name(path, file), file, seen, bag, alone: named.Contains(Path.GetFullPath(file)));
            }
            else if (File.Exists(path))
            {
                set.Add(Path.GetFileName(path), path, seen, bag, alone: true);
            }
            else
            {
                bag.Add(RuleMessages.PathMissing(path));
                continue;
            }

            foreach (string file in VocabularyFolders(path).SelectMany(FilesIn)) set.Add("vocabulary/" + Path.GetFileName(file), file, seen, bag, alone: false);
        }

        if (set._schemes.Count == 0 && set._others.Count == 0 && !bag.HasErrors) bag.Add(RuleMessages.NoSchemes(paths.Count > 0 ? paths[0] : ""));
        return set;
    }

    /// <summary>Reads exactly the files named; overlays among them are laid over their schemes.</summary>
    public static RuleSet ReadFiles(IEnumerable<(string Name, string Path)> files, DiagnosticBag bag)
    {
        RuleSet set = new();
        HashSet<string> seen = [];
        foreach ((string name, string path) in files) set.Add(name, path, seen, bag, alone: true);
        return set;
    }

    /// <summary>The same rules with one policy's schemes alone; null when there is no such scheme.</summary>
    public RuleSet? Only(string scheme)
    {
        if (_schemes.Find(s => s.Id == scheme) is not { } file) return null;
        RuleSet only = new();
        string policy = Policy(file);
        only._schemes.AddRange(_schemes.Where(s => Policy(s) == policy));
        only._overlays.AddRange(_overlays.Where(o => only._schemes.Any(s => s.Id == Base(o))));
        foreach ((string id, RuleFile vocabulary) in _vocabularies) only._vocabularies[id] = vocabulary;
        return only;
    }

    /// <summary>The schemes with their overlays laid over, in the order of their names.</summary>
    public IEnumerable<RuleFile> Laid(DiagnosticBag bag) =>
        _schemes.Select(file => file with { Root = _overlays.Where(o => Base(o) == file.Id).Aggregate(file.Root, (root, overlay) => OverlayApplier.Apply(root, overlay.Root, bag)) });

    /// <summary>The vocabularies that a scheme uses.</summary>
    public IEnumerable<RuleFile> VocabulariesOf(RuleFile scheme) => Uses(scheme).Select(id => _vocabularies.GetValueOrDefault(id)).OfType<RuleFile>();

    /// <summary>The same rules with one scheme's content changed.</summary>
    public RuleSet With(RuleFile changed)
    {
        RuleSet other = new();
        other._schemes.AddRange(_schemes.Select(s => s.Id == changed.Id ? changed : s));
        foreach ((string id, RuleFile vocabulary) in _vocabularies) other._vocabularies[id] = vocabulary;
        return other;
    }

    private static string Policy(RuleFile scheme) => (scheme.Root["policy"] as ScalarNode)?.Text ?? scheme.Id;

    /// <summary>Compiles all schemes for a batch. Check the bag before using them.</summary>
    public IReadOnlyList<Scheme> Compile(ColumnTable columns, BatchSettings batch, DiagnosticBag bag)
    {
        List<Scheme> schemes = [];
        Dictionary<string, Place> places = [];
        foreach (RuleFile overlay in _overlays.Where(o => !_schemes.Any(s => s.Id == Base(o))))
            bag.Add(RuleMessages.OverlayWithoutBase(overlay.Root.Place, Base(overlay)));
        int clauses = 0;
        foreach (RuleFile file in Laid(bag))
        {
            if (SchemeCompiler.Compile(file, _vocabularies, columns, batch, clauses, bag) is not { } scheme) continue;
            if (!places.TryAdd(scheme.Id, scheme.Place)) bag.Add(RuleMessages.SchemeTwice(scheme.Place, scheme.Id, places[scheme.Id]));
            clauses += scheme.Clauses.Count;
            schemes.Add(scheme);
        }

        // Cities differ between the dates of recognition, application and decision: of two versions the scheme must say which chooses.
        foreach (Scheme scheme in schemes.GroupBy(s => s.Policy).Where(g => g.Count() > 1).SelectMany(g => g).Where(s => !s.SaysVersionBy))
            bag.Add(RuleMessages.VersionByNeeded(scheme.Place, scheme.Policy));
        UnknownChoices(schemes, batch, bag);
        return schemes;
    }

    // A name chosen on the command line that no scheme knows is a slip, never ignored. Readings are one scheme's or another's,
    // so each scheme sees only its own.
    private static void UnknownChoices(IReadOnlyList<Scheme> schemes, BatchSettings batch, DiagnosticBag bag)
    {
        string[] settings = [.. schemes.SelectMany(s => s.Settings).Select(s => s.Name).Distinct()];
        foreach (string name in batch.Settings.Keys.Except(settings)) bag.Add(RuleMessages.UnknownSetting(name, Suggestion.Nearest(name, settings)));
        string[] readings = [.. schemes.SelectMany(s => s.Readings).Select(r => r.Id).Distinct()];
        foreach (string name in batch.Readings.Keys.Except(readings)) bag.Add(RuleMessages.UnknownReading(name, Suggestion.Nearest(name, readings)));
    }

    private void Add(string name, string path, HashSet<string> seen, DiagnosticBag bag, bool alone)
    {
        if (!seen.Add(Path.GetFullPath(path))) return;
        if (_names.ContainsKey(name)) name = $"{seen.Count}-{name}";
        _names[name] = path;
        if (RuleFile.Read(name, path, bag) is not { } file) return;
        switch (file.Kind)
        {
            case RuleFileKind.Scheme: _schemes.Add(file); break;
            case RuleFileKind.Overlay when alone: _overlays.Add(file); break;
            case RuleFileKind.Vocabulary: _vocabularies.TryAdd(file.Id, file); break;
            default: _others.Add(file); break;
        }
    }

    private static IEnumerable<string> Uses(RuleFile scheme) => scheme.Root["uses"] switch
    {
        ScalarNode one => [one.Text],
        ListNode many => many.Items.OfType<ScalarNode>().Select(n => n.Text),
        _ => [],
    };

    private static string Base(RuleFile overlay) => (overlay.Root["base"] as ScalarNode)?.Text ?? "";

    // In ordinal order; run folders hold copies of rules and are passed over.
    private static IEnumerable<string> FilesIn(string folder) => Walk(folder).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string folder)
    {
        if (File.Exists(Path.Combine(folder, "run.json"))) return [];
        IEnumerable<string> own = Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
        return own.Concat(Directory.EnumerateDirectories(folder).SelectMany(Walk));
    }

    private static string Name(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static IEnumerable<string> VocabularyFolders(string path)
    {
        string? folder = Path.GetFullPath(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);
        for (int up = 0; up < 4 && folder is not null; up++, folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, "vocabulary");
            if (Directory.Exists(candidate)) yield return candidate;
        }
    }
}
