using System.Globalization;
using System.Text;
using Aura.Dashboard.Configuration;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Audit;

/// <summary>
/// What must not be put back together with the database: keys and last checkpoint, named by the ledger's id, so that
/// another ledger in the same folder has its own. Every file appears whole or not at all.
/// </summary>
internal sealed class StateFolder(string path)
{
    private const string CheckpointPrefix = "ledger-";
    private const string CheckpointPattern = CheckpointPrefix + "*.checkpoint";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Absolute.</summary>
    public string Path => path;

    /// <summary>The last checkpoint that was signed here; null when none was.</summary>
    /// <exception cref="AuraSettingsException">
    /// The file is no checkpoint. Going on without it would forget the promise that it held.
    /// </exception>
    public SignedNote? ReadCheckpoint(string ledgerId)
    {
        string file = CheckpointOf(ledgerId);
        if (!File.Exists(file))
            return null;
        try
        {
            var note = SignedNote.Parse(File.ReadAllBytes(file));
            _ = Checkpoint.Parse(note.Text);
            return note;
        }
        catch (FormatException exception)
        {
            throw new AuraSettingsException([$"The last checkpoint {file} cannot be read. {exception.Message}"], exception);
        }
    }

    /// <summary>The furthest checkpoint that was signed here of any ledger that the database does not name; null when none was.</summary>
    /// <exception cref="AuraSettingsException">A file is no checkpoint.</exception>
    public SignedNote? ReadCheckpointBeside(IReadOnlyCollection<string> ledgerIds) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, CheckpointPattern)
                .Select(file => System.IO.Path.GetFileNameWithoutExtension(file)[CheckpointPrefix.Length..])
                .Where(id => !ledgerIds.Contains(id, StringComparer.Ordinal))
                .Select(ReadCheckpoint)
                .OfType<SignedNote>()
                .MaxBy(note => Checkpoint.Parse(note.Text).Size)
            : null;

    public void WriteCheckpoint(string ledgerId, SignedNote note) => Write(CheckpointOf(ledgerId), note.ToBytes());

    /// <summary>The ledger's end when it was found to contradict its checkpoint; null when it never was.</summary>
    public LedgerHead? ReadContradiction(string ledgerId)
    {
        string file = ContradictionOf(ledgerId);
        return File.Exists(file) && File.ReadAllText(file).TrimEnd().Split(' ') is [var sequence, var hash]
            ? new LedgerHead(
                long.Parse(sequence, CultureInfo.InvariantCulture), Engine.Canon.Digest.Parse(hash))
            : null;
    }

    public void WriteContradiction(string ledgerId, LedgerHead head) => Write(
        ContradictionOf(ledgerId),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Sequence} {head.Hash}\n")));

    /// <summary>Every key of the ledger, the oldest first.</summary>
    /// <exception cref="AuraSettingsException">A key can be read by others, or is none.</exception>
    public IReadOnlyList<CheckpointKey> ReadKeys(string ledgerId, string origin)
    {
        var keys = new List<CheckpointKey>();
        for (int number = 1; File.Exists(KeyOf(ledgerId, number)); number++)
            keys.Add(ReadKey(KeyOf(ledgerId, number), origin, number));
        return keys;
    }

    /// <summary>Puts a key on the disk under a name that is not read yet.</summary>
    public void PrepareKey(string ledgerId, CheckpointKey key) =>
        WriteDurably(KeyOf(ledgerId, key.Number) + ".new", Encoding.UTF8.GetBytes(key.ToFileText()));

    /// <summary>Gives a prepared key its name; an existing key is never overwritten.</summary>
    public void AdoptKey(string ledgerId, CheckpointKey key) =>
        File.Move(KeyOf(ledgerId, key.Number) + ".new", KeyOf(ledgerId, key.Number), overwrite: false);

    private static CheckpointKey ReadKey(string file, string origin, int number)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
            throw new AuraSettingsException(
                [$"The key file {file} can be used by others than its owner; its mode must be 0600."]);
        try
        {
            return CheckpointKey.Parse(origin, number, File.ReadAllText(file));
        }
        catch (FormatException exception)
        {
            throw new AuraSettingsException([$"The key file {file} cannot be read. {exception.Message}"], exception);
        }
    }

    // The rename itself may be lost with the power, because .NET opens no folder whose entry could be flushed; what is
    // then found is the file before, an earlier checkpoint of the same ledger, which contradicts nothing.
    private void Write(string file, byte[] bytes)
    {
        string part = string.Create(CultureInfo.InvariantCulture, $"{file}.{Environment.ProcessId}.part");
        WriteDurably(part, bytes);
        File.Move(part, file, overwrite: true);
    }

    private void WriteDurably(string file, byte[] bytes)
    {
        Directory.CreateDirectory(path);
        // A leftover of a write that was cut short keeps the mode it was made with.
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private string CheckpointOf(string ledgerId) => System.IO.Path.Combine(path, $"{CheckpointPrefix}{ledgerId}.checkpoint");

    private string ContradictionOf(string ledgerId) => System.IO.Path.Combine(path, $"ledger-{ledgerId}.contradicted");

    private string KeyOf(string ledgerId, int number) =>
        System.IO.Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"ledger-{ledgerId}.key-{number}"));
}
