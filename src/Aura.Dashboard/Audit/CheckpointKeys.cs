using System.Collections.Immutable;
using System.Security.Cryptography;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Rounds;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Audit;

/// <summary>
/// The keys of the ledger in force. A key that was replaced signs on beside its successor for a while, so that whoever
/// trusts the old one meets the new one on a note that both signed.
/// </summary>
internal sealed partial class CheckpointKeys(
    StateFolder folder, IOptions<AuditOptions> options, RandomNumberGenerator chance, RiskEngine engine, TimeProvider time,
    ILogger<CheckpointKeys> logger)
{
    private volatile IReadOnlyList<CheckpointKey> _keys = [];
    private string _ledgerId = string.Empty;

    /// <summary>Newest first.</summary>
    public ImmutableArray<NoteKey> Public => [.. _keys.Reverse().Select(key => key.Public)];

    public NoteKey Active => _keys[^1].Public;

    /// <summary>Takes the keys of a ledger from the folder, or makes its first one here.</summary>
    /// <param name="identity">The ledger.</param>
    /// <param name="isSigned">Whether a checkpoint of it exists: then it had a key, which this folder does not have.</param>
    public async Task OpenAsync(LedgerIdentity identity, bool isSigned)
    {
        var keys = folder.ReadKeys(identity.LedgerId, identity.Origin);
        if (keys.Count == 0)
        {
            var first = CheckpointKey.Create(identity.Origin, 1, time.GetUtcNow(), chance);
            Keep(() => folder.PrepareKey(identity.LedgerId, first));
            // As with every other key, the ledger names it before it signs anything. The one before is left out: notes
            // carry a hint of four bytes and no fingerprint, and whoever lost the folder cannot say it.
            if (isSigned)
                await engine.RecordAsync(
                    new Notice.CheckpointKeyReplaced(identity.Origin, default, first.Public.Fingerprint));
            Keep(() => folder.AdoptKey(identity.LedgerId, first));
            keys = [first];
            if (isSigned)
                Log.Lost(logger, identity.Origin, folder.Path, first.Public.Fingerprint.Hex);
            else
                Log.Created(logger, identity.Origin, first.Public.Fingerprint.Hex);
        }

        (_ledgerId, _keys) = (identity.LedgerId, keys);
    }

    /// <summary>
    /// Replaces the key in force when its time has come. The ledger names the new key before it signs anything: a key
    /// that nobody was told of would look like somebody else's.
    /// </summary>
    public async Task RotateAsync()
    {
        var now = time.GetUtcNow();
        var old = _keys[^1];
        if (now - old.CreatedAt < options.Value.KeyRotation)
            return;

        var next = CheckpointKey.Create(old.Public.Name, old.Number + 1, now, chance);
        folder.PrepareKey(_ledgerId, next);
        await engine.RecordAsync(
            new Notice.CheckpointKeyReplaced(old.Public.Name, old.Public.Fingerprint, next.Public.Fingerprint));
        folder.AdoptKey(_ledgerId, next);
        _keys = [.. _keys, next];
        Log.Replaced(logger, old.Public.Fingerprint.Hex, next.Public.Fingerprint.Hex);
    }

    // A ledger that nobody can sign is found out at the start, not by the first export.
    private void Keep(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AuraSettingsException(
                [$"{AuditOptions.Section}:{nameof(AuditOptions.StateDirectory)} is '{folder.Path}': no key can be kept there. "
                    + exception.Message],
                exception);
        }
    }

    public SignedNote Sign(string text)
    {
        var now = time.GetUtcNow();
        var note = SignedNote.Unsigned(text);
        for (int i = _keys.Count - 1; i >= 0; i--)
            if (i == _keys.Count - 1 || now - _keys[i + 1].CreatedAt < options.Value.KeyOverlap)
                note = _keys[i].Sign(note);
        return note;
    }

    /// <summary>A note with the signature of the key in force and no other.</summary>
    public SignedNote SignAlone(string text) => _keys[^1].Sign(SignedNote.Unsigned(text));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information,
            Message = "Checkpoints of {Origin} are signed with a new key, fingerprint {Fingerprint}")]
        public static partial void Created(ILogger logger, string origin, string fingerprint);

        [LoggerMessage(Level = LogLevel.Warning,
            Message = "The ledger {Origin} was signed before, but {Folder} holds no key of it; a new key signs from now on, fingerprint {Fingerprint}")]
        public static partial void Lost(ILogger logger, string origin, string folder, string fingerprint);

        [LoggerMessage(Level = LogLevel.Information, Message = "The checkpoint key {Old} is replaced by {New}")]
        public static partial void Replaced(ILogger logger, string old, string @new);
    }
}
