using Aura.Engine.Rounds.Verification;
using Aura.Testing;

namespace Aura.EndToEndTests.Verify;

/// <summary>Bundles of a recorded day, written as the host writes them: a good one, and what becomes of it.</summary>
public sealed class RecordedBundles : IAsyncLifetime
{
    private const int Rounds = 30;
    private static readonly LedgerKey Key = new(1);

    public static string Fingerprint => Key.Public.Fingerprint.Hex;

    public byte[] Good { get; private set; } = [];

    /// <summary>One digit of one price was changed.</summary>
    public byte[] Altered => BundleEdit.Replace(Good, BundleNames.Documents, "\"price\":\"3367\"", "\"price\":\"3867\"");

    public static byte[] NoBundle => "This is a letter and no archive."u8.ToArray();

    public async ValueTask InitializeAsync()
    {
        var ledger = await RecordedLedger.RecordAsync(Rounds, TestContext.Current.CancellationToken);
        Good = await new TestBundle(ledger, Key).WriteAsync(1, ledger.Count, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
