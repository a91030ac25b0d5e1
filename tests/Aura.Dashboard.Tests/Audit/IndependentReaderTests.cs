using System.Net.Http.Headers;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>Strangers read what the host signs and proves, and their program says no where ours would.</summary>
public sealed class IndependentReaderTests(IndependentReader reader) : IClassFixture<IndependentReader>, IDisposable
{
    private const int Rounds = 10;
    private const int Entries = Rounds + 1;

    private readonly RoundDriver _rounds = RoundDriver.Start();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Key => Assert.Single(_rounds.Host.Get<ICheckpoints>().Keys).ToString();

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task Every_entry_is_included_for_them_and_another_entry_is_not()
    {
        await _rounds.RunAsync(Rounds);
        var entries = await _rounds.Host.Get<ILedgerArchive>().AfterAsync(0, Entries, Cancelled);
        Assert.Equal(Entries, entries.Count);

        foreach (var entry in entries)
        {
            string proof = await GetAsync($"ledger/proof?sequence={entry.Sequence}");
            byte[] bytes = entry.Bytes.ToArray();
            Assert.Equal(
                (0, $"{entry.Sequence - 1} of {Entries} is included"), await reader.CheckInclusionAsync(Key, proof, bytes));

            bytes[^1] ^= 1;
            Assert.Equal(1, (await reader.CheckInclusionAsync(Key, proof, bytes)).Code);
        }
    }

    [Fact]
    public async Task Every_earlier_ledger_is_the_beginning_of_the_present_one_for_them_and_another_is_not()
    {
        await _rounds.RunAsync(Rounds);
        var tree = _rounds.Host.Get<ILedgerTree>();

        for (int size = 1; size <= Entries; size++)
        {
            string proof = await GetAsync($"ledger/consistency?size={size}");
            byte[] root = (await tree.RootAsync(size, Cancelled)).ToBytes();
            Assert.Equal((0, $"{Entries} begins with {size}"), await reader.CheckConsistencyAsync(Key, proof, root));

            root[0] ^= 1;
            Assert.Equal(1, (await reader.CheckConsistencyAsync(Key, proof, root)).Code);
        }
    }

    [Fact]
    public async Task A_checkpoint_that_was_altered_or_signed_by_another_key_is_refused_by_them()
    {
        await _rounds.RunAsync(Rounds);
        var entry = (await _rounds.Host.Get<ILedgerArchive>().HeadAsync(Cancelled))!;
        string proof = await GetAsync($"ledger/proof?sequence={entry.Sequence}");
        string altered = proof.Replace($"\n{Entries}\n", $"\n{Entries + 1}\n", StringComparison.Ordinal);
        Assert.NotEqual(proof, altered);
        using var other = RoundDriver.Start();
        string otherKey = Assert.Single(other.Host.Get<ICheckpoints>().Keys).ToString();

        Assert.Equal((1, "invalid signature for key " + KeyName), Shortened(await CheckAsync(Key, altered)));
        Assert.Equal((1, "note has no verifiable signatures"), await CheckAsync(otherKey, proof));
        Assert.Equal(0, (await CheckAsync(Key, proof)).Code);

        Task<(int Code, string Said)> CheckAsync(string key, string text) =>
            reader.CheckInclusionAsync(key, text, entry.Bytes.ToArray());
    }

    private string KeyName => NoteKey.Parse(Key).Name;

    // The key's hash follows, which our own tests fix.
    private static (int Code, string Said) Shortened((int Code, string Said) verdict) =>
        (verdict.Code, verdict.Said.Split('+')[0]);

    private async Task<string> GetAsync(string path)
    {
        using var client = _rounds.Host.CreateClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await _rounds.Host.TokenAsync("auditor@aura.demo"));
        return await client.GetStringAsync(new Uri($"/api/v1/{path}", UriKind.Relative), Cancelled);
    }
}
