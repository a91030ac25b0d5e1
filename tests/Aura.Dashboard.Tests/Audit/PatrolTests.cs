using Aura.Dashboard.Audit;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Aura.Dashboard.Tests.Storage;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>The ledger is verified while nobody looks, and what does not hold opens SYSTEM.</summary>
public sealed class PatrolTests : IDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task A_ledger_that_holds_is_left_alone()
    {
        await _rounds.RunAsync(5);

        Assert.Null(await Patrol().VerifyAsync(1, Cancelled));
        Assert.Null(await Patrol().VerifyAsync(4, Cancelled));

        Assert.Equal(BreakerState.Closed, System().State);
    }

    [Theory]
    [InlineData("UPDATE \"Ledger\" SET \"Bytes\" = CAST(replace(CAST(\"Bytes\" AS TEXT), '\"kind\"', '\"kinD\"') AS BLOB) WHERE \"Sequence\" = 4", "Entry 4 ")]
    [InlineData("UPDATE \"Documents\" SET \"Bytes\" = CAST(replace(CAST(\"Bytes\" AS TEXT), 'Good', 'Gold') AS BLOB)", "Entry 2")]
    [InlineData("UPDATE \"Bodies\" SET \"Bytes\" = CAST(CAST(\"Bytes\" AS TEXT) || ' ' AS BLOB)", "Entry 2")]
    [InlineData("DELETE FROM \"RuleSets\"", "Entry 1")]
    [InlineData("UPDATE \"MerkleNodes\" SET \"Hash\" = (SELECT \"Hash\" FROM \"MerkleNodes\" LIMIT 1)", "stored tree")]
    [InlineData("UPDATE \"MerkleNodes\" SET \"Hash\" = zeroblob(32) WHERE \"Level\" = 0 AND \"Index\" = 1", "stored tree")]
    [InlineData("DELETE FROM \"Ledger\" WHERE \"Sequence\" = 6", "6 leaves")]
    [InlineData("UPDATE \"Ledger\" SET \"Hash\" = 'none' WHERE \"Sequence\" = 3", "none")]
    [InlineData("UPDATE \"LedgerIdentities\" SET \"FromSequence\" = 2", "lost the name")]
    [InlineData("INSERT INTO \"StateSnapshots\" SELECT 4, \"Bytes\" FROM \"States\"", "after entry 4 is not")]
    [InlineData("INSERT INTO \"StateSnapshots\" SELECT 7, \"Bytes\" FROM \"States\"", "after entry 7, which")]
    public async Task What_does_not_hold_opens_SYSTEM_with_a_cause_of_its_own_once(string damage, string where)
    {
        await _rounds.RunAsync(5);
        await DamageAsync(damage);

        string? fault = await Patrol().VerifyAsync(1, Cancelled);
        await Patrol().VerifyAsync(1, Cancelled);

        Assert.Contains(where, fault, StringComparison.Ordinal);
        var system = System();
        Assert.Equal((BreakerState.Open, BreakerCause.LedgerVerification, 2), (system.State, system.Cause, system.Version));
        var state = (await _rounds.Host.Get<IRoundStore>().LoadAsync(null, Cancelled)).State;
        Assert.Contains(fault!, state.BreakerOf(Engine.Canon.Scope.System).Last!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Note\" = CAST(CAST(\"Note\" AS TEXT) || '— x AAAAAAA=' || char(10) AS BLOB)", "was altered")]
    [InlineData("\"Size\" = 60", "was altered")]
    [InlineData("\"Origin\" = 'auradashboard.ledger/0'", "was altered")]
    [InlineData("\"Root\" = '0000000000000000000000000000000000000000000000000000000000000000'", "was altered")]
    public async Task A_checkpoint_that_lies_where_it_does_not_belong_is_found(string change, string said)
    {
        await _rounds.RunAsync(5);
        Assert.NotNull(await _rounds.Host.Get<ICheckpoints>().CoverAsync(6, Cancelled));
        await DamageAsync($"UPDATE \"Checkpoints\" SET {change}");

        Assert.Contains(said, await Patrol().VerifyAsync(1, Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE \"LedgerIdentities\" SET \"LedgerId\" = '00000000000000000000000000000000'", "names another ledger")]
    [InlineData("DELETE FROM \"MerkleNodes\" WHERE \"Index\" * (1 << \"Level\") >= 4; DELETE FROM \"Ledger\" WHERE \"Sequence\" > 4", "missing")]
    public async Task A_checkpoint_shows_what_the_rest_of_the_database_no_longer_says(string damage, string said)
    {
        await _rounds.RunAsync(5);
        Assert.NotNull(await _rounds.Host.Get<ICheckpoints>().CoverAsync(6, Cancelled));
        await DamageAsync(damage);

        Assert.Contains(said, await Patrol().VerifyAsync(1, Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_is_found_within_the_hour()
    {
        await _rounds.RunAsync(5);
        await DamageAsync("UPDATE \"Bodies\" SET \"Bytes\" = CAST(CAST(\"Bytes\" AS TEXT) || ' ' AS BLOB)");
        var opened = OpenedAsync();

        _rounds.Clock.Advance(LedgerPatrol.Period);

        Assert.Equal(BreakerCause.LedgerVerification, await opened);
    }

    private async Task<BreakerCause> OpenedAsync()
    {
        await foreach (var snapshot in _rounds.Feed.WatchAsync(Cancelled))
            if (snapshot.Breakers.Single(breaker => breaker.Scope.IsSystem) is { State: BreakerState.Open, Cause: var cause })
                return cause;
        throw new InvalidOperationException("The feed ended.");
    }

    private LedgerPatrol Patrol() => _rounds.Host.Get<LedgerPatrol>();

    private Engine.Publishing.BreakerReport System() => _rounds.Feed.Current.Breakers.Single(breaker => breaker.Scope.IsSystem);

    private async Task DamageAsync(string statement)
    {
        await WriteOnce.UnlockAsync(_rounds.Host, Cancelled);
        await using var context = await _rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);
        Assert.True(await context.Database.ExecuteSqlRawAsync(statement, Cancelled) > 0);
    }
}
