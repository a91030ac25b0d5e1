using System.Data.Common;
using System.Net;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Recovery;

/// <summary>The database may not grow for a while.</summary>
public sealed class DiskFullTests : IDisposable
{
    // What fits into pages that are there already is still recorded.
    private const int MostCommandsThatFit = 50;

    private readonly NoRoom _disk = new();
    private readonly RoundDriver _rounds;

    public DiskFullTests() => _rounds = RoundDriver.Start(host => host.Replacing(
        services => services.ConfigureDbContext<AuraDbContext>(options => options.AddInterceptors(_disk))));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task A_command_that_cannot_be_recorded_is_not_done_and_is_once_there_is_room()
    {
        await _rounds.RunAsync(2);
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        _disk.IsFull = true;

        var (refused, command) = await TripUntilRefusedAsync(caller);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal("Not recorded, not done.", (string?)refused.Body["title"]);
        Assert.DoesNotContain(
            Guid.Parse(command.CommandId!),
            (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers.Select(answer => answer.CommandId));

        _disk.IsFull = false;
        Assert.Equal(HttpStatusCode.OK, (await caller.TripAsync("GOLD", command)).Status);
        Assert.Equal(
            1,
            (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers.Count(
                answer => answer.CommandId == Guid.Parse(command.CommandId!)));
    }

    [Fact]
    public async Task Nothing_is_published_that_is_not_recorded_and_rounds_go_on_without_a_restart()
    {
        await _rounds.RunAsync(2);
        _disk.IsFull = true;

        for (int i = 0; i < 3; i++)
            await Assert.ThrowsAnyAsync<Exception>(_rounds.TryRunAsync);

        Assert.Equal(2, _rounds.Feed.Current.Latest?.Round.Value);
        _disk.IsFull = false;
        var report = await _rounds.RunAsync();
        Assert.Equal(3, report.Round.Value);
        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.NotNull(await _rounds.Host.Get<ICheckpoints>().CoverAsync(walk.Sequence, Cancelled));
    }

    private static async Task<(ApiAnswer Answer, Command Command)> TripUntilRefusedAsync(ApiCaller caller)
    {
        for (int i = 0; i < MostCommandsThatFit; i++)
        {
            var command = Command.Valid();
            var answer = await caller.TripAsync("GOLD", command);
            if (answer.Status is not HttpStatusCode.OK)
                return (answer, command);
        }

        throw new InvalidOperationException("The database never ran out of room.");
    }

    /// <summary>Limits the file to the pages that it has, on connections that open and on those that stay open.</summary>
    private sealed class NoRoom : DbConnectionInterceptor, IDbTransactionInterceptor
    {
        // Below the present size means the present size; the other is SQLite's own limit.
        private const string Full = "PRAGMA max_page_count = 1;";
        private const string Empty = "PRAGMA max_page_count = 4294967294;";

        public bool IsFull { get; set; }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            LimitAsync(connection, cancellationToken);

        public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            await LimitAsync(connection, cancellationToken);
            return result;
        }

        private async Task LimitAsync(DbConnection connection, CancellationToken cancellationToken)
        {
            await using var limit = connection.CreateCommand();
            limit.CommandText = IsFull ? Full : Empty;
            await limit.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
