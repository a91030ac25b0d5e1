using System.Net;
using System.Text.Json.Nodes;
using Aura.Dashboard.Tests.Contracts;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

/// <summary>What an auditor's program can do with nothing but REST.</summary>
public sealed class LedgerEndpointsTests(LedgerEndpointsTests.RoundsAndATrip ledger)
    : IClassFixture<LedgerEndpointsTests.RoundsAndATrip>
{
    private readonly ApiCaller _caller = ledger.Caller;

    [Fact]
    public async Task Following_after_reads_the_whole_chain_and_every_hash_can_be_recomputed()
    {
        var head = LedgerHead.Empty;
        var kinds = new List<string>();
        while ((await _caller.ReadAsync($"ledger?limit=2&after={head.Sequence}")).AsArray() is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                var step = LedgerChain.Follow(head, Bytes(entry!), Digest.Parse((string)entry!["hash"]!));
                head = Assert.IsType<ChainStep.Linked>(step).Head;
                kinds.Add((string)entry["kind"]!);
            }
        }

        Assert.Equal(["Notice", "Round", "Round", "Round", "Command", "Round"], kinds);
        await ledger.Host.Get<Queries.ICheckpoints>().CoverAsync(head.Sequence, TestContext.Current.CancellationToken);
        var checkpoint = await _caller.ReadAsync("ledger/checkpoint");
        Assert.Equal(head.Sequence, Checkpoint.Parse(SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes((string)checkpoint["note"]!)).Text).Size);
        Assert.Equal(
            (head.Sequence, head.Sequence, head.Hash.Hex),
            ((long)checkpoint["sequence"]!, (long)checkpoint["size"]!, (string?)checkpoint["hash"]));
        checkpoint["note"] = "a signed note";
        Approved.Matches("ledger-checkpoint", checkpoint);
    }

    [Fact]
    public async Task The_fields_of_an_entry_are_what_its_bytes_say()
    {
        var entries = (await _caller.ReadAsync("ledger")).AsArray();

        foreach (var entry in entries)
        {
            var said = JsonNode.Parse(Bytes(entry!))!;
            foreach (string member in (string[])
                     [
                         "sequence", "kind", "at", "round", "commandId", "configuration", "stateBefore", "stateAfter",
                         "evidence", "outcome", "previous",
                     ])
            {
                if (member is "at")
                    Assert.Equal((DateTimeOffset)said[member]!, (DateTimeOffset)entry![member]!);
                else
                    Assert.Equal(said[member]?.ToJsonString(), entry![member]?.ToJsonString());
            }
        }

        foreach (string kind in (string[])["Round", "Command", "Notice"])
        {
            Approved.Matches(
                $"ledger-entry-of-a-{kind.ToLowerInvariant()}",
                entries.First(entry => string.Equals((string?)entry!["kind"], kind, StringComparison.Ordinal))!);
        }
    }

    [Fact]
    public async Task After_the_last_entry_there_is_nothing() =>
        Assert.Empty((await _caller.ReadAsync("ledger?after=1000")).AsArray());

    [Fact]
    public void An_empty_ledger_has_a_checkpoint_of_size_zero() =>
        Assert.Equal(new Dashboard.Api.CheckpointView(0, 0, new string('0', 64), null, null), Dashboard.Api.CheckpointView.Of(null, null));

    [Fact]
    public async Task The_evidence_of_a_round_decides_it_again_to_the_same_bytes()
    {
        // The ledger begins with the notice of its rule set.
        var first = (await _caller.ReadAsync("ledger?limit=1"))[0]!;
        var before = EngineState.Initial with { Configuration = Digest.Parse((string)first["configuration"]!) };
        Assert.Equal((string?)first["stateAfter"], before.ToDigest().Hex);
        for (int number = 1; number <= 3; number++)
        {
            var document = await _caller.ReadAsync($"evidence/{number}");
            var rules = RuleSet.Parse(Verified(document["ruleSet"]!));
            var inputs = RoundInputs.Restore(
                RoundEvidence.Parse(Verified(document["evidence"]!)),
                [.. document["bodies"]!.AsArray().Select(body =>
                    new ResponseBody(Digest.Parse((string)body!["digest"]!), Verified(body)))]);

            var again = RoundDecision.Decide(before, rules, inputs);

            Assert.Equal(Verified(document["outcome"]!), again.Report.ToBytes());
            Assert.Equal((string?)document["entry"]!["stateAfter"], again.Next.ToDigest().Hex);
            Assert.Equal(number, RoundReport.Parse(Verified(document["outcome"]!)).Round.Value);
            before = again.Next;
        }

        var evidence = await _caller.ReadAsync("evidence/1");
        Assert.Equal((string?)evidence["entry"]!["evidence"], (string?)evidence["evidence"]!["digest"]);
        Assert.Equal((string?)evidence["entry"]!["outcome"], (string?)evidence["outcome"]!["digest"]);
        Assert.Equal((string?)evidence["entry"]!["configuration"], (string?)evidence["ruleSet"]!["digest"]);
        Approved.Matches("evidence", WithOneBody(evidence));
    }

    [Theory]
    [InlineData("evidence/0")]
    [InlineData("evidence/99")]
    [InlineData("evidence/-1")]
    [InlineData("evidence/first")]
    [InlineData("evidence/99999999999999999999")]
    public async Task A_round_that_was_not_decided_has_no_evidence(string path)
    {
        var answer = await _caller.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    [Theory]
    [InlineData("ledger?after=-1", "after")]
    [InlineData("ledger?after=first", "after")]
    [InlineData("ledger?limit=501", "limit")]
    [InlineData("ledger?limit=0&after=x", "limit after")]
    public async Task A_bad_value_is_refused_by_name(string path, string fields)
    {
        var answer = await _caller.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(fields, string.Join(' ', answer.Fields));
    }

    [Theory]
    [InlineData("compliance@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Every_role_reads_everything(string email)
    {
        using var caller = await ApiCaller.SignInAsync(ledger.Host, email);

        foreach (string path in (string[])
                 [
                     "status", "rounds", "rounds/1", "assets/MSFT/history", "breakers", "ledger", "ledger/checkpoint",
                     "evidence/1",
                 ])
            Assert.Equal((path, HttpStatusCode.OK), (path, (await caller.GetAsync(path)).Status));
    }

    private static byte[] Bytes(JsonNode entry) => Convert.FromBase64String((string)entry["bytes"]!);

    private static byte[] Verified(JsonNode document)
    {
        byte[] bytes = Bytes(document);
        Assert.Equal((string?)document["digest"], Digest.Of(bytes).Hex);
        return bytes;
    }

    // How many bodies there are is the market's affair; their shape is one.
    private static JsonNode WithOneBody(JsonNode evidence)
    {
        var bodies = evidence["bodies"]!.AsArray();
        while (bodies.Count > 1)
            bodies.RemoveAt(1);
        return evidence;
    }

    public sealed class RoundsAndATrip : IAsyncLifetime
    {
        private readonly RoundDriver _rounds = RoundDriver.Start();

        internal AuraHost Host => _rounds.Host;

        internal ApiCaller Caller { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Caller = await ApiCaller.SignInAsync(_rounds.Host);
            await _rounds.RunAsync(3);
            await Caller.TripAsync("GOLD", Command.Valid());
            await _rounds.RunAsync();
        }

        public ValueTask DisposeAsync()
        {
            Caller.Dispose();
            _rounds.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
