using System.Globalization;

namespace Aura.Engine.Rounds.Verification;

/// <summary>The names of the files of a bundle.</summary>
public static class BundleNames
{
    /// <summary>What the bundle is, for people.</summary>
    public const string Readme = "README.txt";

    /// <summary>The list of all other files, canonical JSON.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The signature over the list (C2SP signed-note).</summary>
    public const string Seal = "manifest.note";

    /// <summary>The state before the first entry, canonical JSON.</summary>
    public const string State = "state.json";

    /// <summary>The rule sets, one canonical document a line, in the order in which entries first name them.</summary>
    public const string RuleSets = "rulesets.jsonl";

    /// <summary>The ledger entries, one canonical document a line.</summary>
    public const string Entries = "entries.jsonl";

    /// <summary>Evidence and outcome of each entry, one canonical document a line.</summary>
    public const string Documents = "documents.jsonl";

    /// <summary>The bodies that vendors answered, one a line, in the order in which evidence first names them.</summary>
    public const string Bodies = "bodies.jsonl";

    /// <summary>The proof that the first entry is in the ledger (C2SP tlog-proof).</summary>
    public const string FirstProof = "first.tlog-proof";

    /// <summary>The proof that the last entry is in the ledger (C2SP tlog-proof).</summary>
    public const string LastProof = "last.tlog-proof";

    /// <summary>A checkpoint by its place in the order of sizes.</summary>
    public static string Checkpoint(int place) => string.Create(CultureInfo.InvariantCulture, $"checkpoints/{place:D5}.txt");

    /// <summary>The proof that a checkpoint extends the one before it.</summary>
    public static string Consistency(int place) => string.Create(CultureInfo.InvariantCulture, $"consistency/{place:D5}.txt");
}
