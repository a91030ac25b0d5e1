using System.Diagnostics;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Tests.Storage;
using Aura.Dashboard.Verbs;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Verbs;

/// <summary>The kill switch for when no page answers, with a right of its own and a record like everybody's.</summary>
public sealed class TripVerbTests
{
    private const string Credential = "correct-horse-battery-staple";
    private const string Reason = "Prices look wrong and no page answers.";

    private static readonly string[] Trip = ["trip", "--scope", "SYSTEM", "--reason", Reason];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_executable_trips_while_no_dashboard_runs_and_the_next_one_starts_isolated()
    {
        using var folder = new EmptyFolder();
        string account;
        using (var before = RoundDriver.Start(SetUp, folder.Path))
        {
            await before.RunAsync(2);
            account = (await before.Host.FindAsync(TripAccount.Email)).Id;
        }

        var (code, output, errors) = await ExecuteAsync(folder.Path, Credential, [.. Trip, "--reason-code", "MarketEvent"]);
        Assert.Equal((0, string.Empty), (code, errors));
        Assert.Matches("^SYSTEM: Closed → Isolated \\(version 2\\) at .*Z, command [0-9a-f-]{36}\\.\\s*$", output);

        (code, output, _) = await ExecuteAsync(folder.Path, Credential, Trip);
        Assert.Equal(0, code);
        Assert.Matches("^SYSTEM was Isolated already, since .*Z \\(version 2\\); nothing changed\\.", output);

        (code, output, _) = await ExecuteAsync(folder.Path, null, ["replay-audit"]);
        Assert.Equal(0, code);
        Assert.Contains("rounds 2, commands 2, notices 1.", output, StringComparison.Ordinal);

        using var after = RoundDriver.Start(
            folder: folder.Path, clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(1)));
        var system = after.Feed.Current.Breakers.Single(breaker => breaker.Scope.IsSystem);
        Assert.Equal(BreakerState.Isolated, system.State);
        using (var caller = await ApiCaller.SignInAsync(after.Host))
            Assert.Equal(("Isolated", 2), await caller.BreakerAsync("SYSTEM"));

        var last = system.Last!;
        Assert.Equal((account, ReasonCode.MarketEvent, Reason), (last.Command!.ActorId, last.Command.ReasonCode, last.Command.Reason));
        Assert.True(last.IsManual);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_dashboard_that_runs_shows_it_within_a_second(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var rounds = database.Start(SetUp);
        await rounds.RunAsync(2);

        var (code, said) = await RunAsync(rounds.Host, rounds.Clock, Credential);
        Assert.True(code == 0, said);
        await foreach (var snapshot in Isolated(rounds))
            Assert.Equal(2, snapshot.Breakers.Single(breaker => breaker.Scope.IsSystem).Version);

        // The host decides on from what the verb recorded.
        var next = await rounds.RunAsync();
        Assert.Equal(3, next.Round.Value);
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        Assert.Equal(("Isolated", 2), await caller.BreakerAsync("SYSTEM"));
    }

    [Fact]
    public async Task A_ledger_that_moves_on_at_some_attempts_is_tried_again_and_gets_one_trip()
    {
        using var rounds = RoundDriver.Start(SetUp);
        await rounds.RunAsync();
        var store = new MovingStore(rounds.Host.Get<IRoundStore>(), refusals: 10);

        var (code, said) = await RunAsync(
            rounds.Host, rounds.Clock, Credential, services => services.AddSingleton<IRoundStore>(store));

        Assert.True(code == 0, said);
        Assert.Equal(11, store.Attempts);
        Assert.Equal(2, (await rounds.Host.Get<IRoundStore>().LoadAsync(null, Cancelled)).State.BreakerOf(Scope.System).Version);
    }

    [Fact]
    public async Task A_ledger_that_moves_on_at_every_attempt_ends_with_not_done()
    {
        using var rounds = RoundDriver.Start(SetUp);
        await rounds.RunAsync();
        var store = new MovingStore(rounds.Host.Get<IRoundStore>(), refusals: int.MaxValue);

        Assert.Equal(
            (1, "Others wrote to the ledger at every attempt; nothing was done. Try again."),
            await RunAsync(rounds.Host, rounds.Clock, Credential, services => services.AddSingleton<IRoundStore>(store)));
    }

    [Theory]
    [InlineData(null, 3, "AURA_TRIP_CREDENTIAL is not set here;")]
    [InlineData("another-credential-of-28-signs", 4, "AURA_TRIP_CREDENTIAL is not the credential that")]
    public async Task Without_the_credential_nothing_is_tripped(string? credential, int expected, string saying)
    {
        using var rounds = RoundDriver.Start(SetUp);
        await rounds.RunAsync();

        var (code, said) = await RunAsync(rounds.Host, rounds.Clock, credential);

        Assert.Equal(expected, code);
        Assert.StartsWith(saying, said, StringComparison.Ordinal);
        Assert.Equal(1, (await rounds.Host.Get<IRoundStore>().LoadAsync(null, Cancelled)).State.BreakerOf(Scope.System).Version);
    }

    [Fact]
    public async Task Five_wrong_credentials_make_it_wait_a_minute_and_then_the_right_one_trips()
    {
        using var rounds = RoundDriver.Start(SetUp);
        await rounds.RunAsync();
        for (int i = 0; i < 5; i++)
            Assert.Equal(4, (await RunAsync(rounds.Host, rounds.Clock, "another-credential-of-28-signs")).Code);

        var (code, said) = await RunAsync(rounds.Host, rounds.Clock, Credential);
        Assert.Equal(4, code);
        Assert.StartsWith("Too many wrong credentials: none is looked at before 2025-06-05T14:01:05.000Z", said, StringComparison.Ordinal);

        rounds.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await RunAsync(rounds.Host, rounds.Clock, Credential)).Code);
    }

    [Fact]
    public async Task A_database_without_a_credential_says_how_it_gets_one()
    {
        using var rounds = RoundDriver.Start();
        await rounds.RunAsync();

        var (code, said) = await RunAsync(rounds.Host, rounds.Clock, Credential);

        Assert.Equal(3, code);
        Assert.StartsWith("This database knows no credential; start the dashboard once with AURA_TRIP_CREDENTIAL", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_an_administrator_locked_trips_nothing()
    {
        using var rounds = RoundDriver.Start(SetUp);
        await rounds.RunAsync();
        await rounds.Host.WithUsersAsync(async users =>
            await users.SetLockoutEndDateAsync((await users.FindByEmailAsync(TripAccount.Email))!, DateTimeOffset.MaxValue));

        Assert.Equal(
            (4, "An administrator locked the account trip-verb@aura.invalid."),
            await RunAsync(rounds.Host, rounds.Clock, Credential));
    }

    [Fact]
    public async Task An_account_without_the_right_is_refused_and_that_is_recorded()
    {
        using var rounds = RoundDriver.Start(SetUp);
        await rounds.RunAsync();
        await rounds.Host.WithUsersAsync(async users =>
            await users.RemoveFromRoleAsync((await users.FindByEmailAsync(TripAccount.Email))!, AuraRoles.Operator));
        var head = (await rounds.Host.Get<IRoundStore>().LoadAsync(null, Cancelled)).Head;

        Assert.Equal(
            (1, "Refused and recorded: Only the role Operator may trip a breaker."),
            await RunAsync(rounds.Host, rounds.Clock, Credential));
        Assert.Equal(head.Sequence + 1, (await rounds.Host.Get<IRoundStore>().LoadAsync(null, Cancelled)).Head.Sequence);
    }

    [Fact]
    public async Task A_breaker_that_does_not_exist_is_named_with_those_that_do()
    {
        using var rounds = RoundDriver.Start(SetUp);
        await rounds.RunAsync();

        Assert.Equal(
            (2, "trip: there is no such breaker; accepted are SYSTEM, GOLD, MSFT."),
            await RunAsync(rounds.Host, rounds.Clock, Credential, null, "--scope", "SILVER", "--reason", Reason));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        using var folder = new EmptyFolder();

        var (code, _, errors) = await ExecuteAsync(folder.Path, Credential, Trip);

        Assert.Equal(5, code);
        Assert.StartsWith($"There is no database at '{Path.Combine(folder.Path, "aura.db")}'", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_is_not_written_to()
    {
        using var folder = new EmptyFolder();
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "Storage", "Recorded", "aura-1.db"), Path.Combine(folder.Path, "aura.db"));

        var (code, _, errors) = await ExecuteAsync(folder.Path, Credential, Trip);

        Assert.Equal(5, code);
        Assert.Contains("is not migrated to this version: it lacks ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trip: --scope is missing; accepted is SYSTEM or an asset.", "--reason", Reason)]
    [InlineData("trip: --reason is missing; accepted are your words for the ledger.", "--scope", "SYSTEM")]
    [InlineData("trip: --reason is 'short': A reason has 10 to 500 characters; this one has 5.", "--scope", "SYSTEM", "--reason", "short")]
    [InlineData("trip: --reason-code is 'Fun'; accepted are Test, Drill,", "--scope", "SYSTEM", "--reason", Reason, "--reason-code", "Fun")]
    [InlineData("trip: 'now' is not understood; accepted are --scope,", "--scope", "SYSTEM", "--reason", Reason, "now")]
    [InlineData("trip: --scope stands there twice.", "--scope", "SYSTEM", "--scope=GOLD", "--reason", Reason)]
    [InlineData("trip: AURA_TRIP_CREDENTIAL is accepted from the environment only", "--scope", "SYSTEM", "--reason", Reason, "--AURA_TRIP_CREDENTIAL=something-that-others-see")]
    public async Task Arguments_that_are_not_understood_are_all_named(string expected, params string[] arguments)
    {
        var (code, _, errors) = await CommandLineTests.RunAsync(["trip", .. arguments]);

        Assert.Equal(2, code);
        Assert.StartsWith(expected, errors, StringComparison.Ordinal);
    }

    private static void SetUp(AuraHost host) => host.With(TripAccount.CredentialKey, Credential);

    // The clock of a fake host fires its timers only when it is moved; a page learns of the trip from the ledger.
    private static async IAsyncEnumerable<LiveSnapshot> Isolated(RoundDriver rounds)
    {
        var pages = rounds.Feed.WatchAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        await using (pages)
        {
            rounds.Clock.Advance(TimeSpan.FromSeconds(1));
            while (await pages.MoveNextAsync())
            {
                if (pages.Current.Breakers.Single(breaker => breaker.Scope.IsSystem).State is not BreakerState.Isolated)
                    continue;
                yield return pages.Current;
                yield break;
            }
        }
    }

    private static Task<(int Code, string Said)> RunAsync(
        AuraHost host, TimeProvider clock, string? credential, Action<IServiceCollection>? replace = null) =>
        RunAsync(host, clock, credential, replace, Trip[1..]);

    // In this process and on the host's clock, so that both write about one time.
    private static async Task<(int Code, string Said)> RunAsync(
        AuraHost host, TimeProvider clock, string? credential, Action<IServiceCollection>? replace, params string[] arguments)
    {
        var verb = new TripVerb(
            builder =>
            {
                builder.Services.AddSingleton(clock);
                builder.AddTrip();
                replace?.Invoke(builder.Services);
                return builder;
            },
            () => credential);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        int code = await verb.RunAsync(
            [
                .. arguments, $"--Storage:Provider={host.Setting("Storage:Provider") ?? "Sqlite"}",
                $"--Storage:ConnectionString={host.Setting("Storage:ConnectionString")}",
            ],
            output, errors);
        return (code, (output.ToString() + errors).Trim());
    }

    private static async Task<(int Code, string Output, string Errors)> ExecuteAsync(
        string folder, string? credential, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Storage__ConnectionString"] = Path.Combine(folder, "aura.db") },
        };
        start.Environment.Remove(TripAccount.CredentialKey);
        if (credential is not null)
            start.Environment[TripAccount.CredentialKey] = credential;
        start.ArgumentList.Add(typeof(DemoAccounts).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancelled);
        var errors = process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, await output, await errors);
    }

    private sealed class EmptyFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("aura-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    /// <summary>A ledger to which somebody else writes first, so many times.</summary>
    private sealed class MovingStore(IRoundStore inner, int refusals) : IRoundStore
    {
        public int Attempts { get; private set; }

        public Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence) =>
            ++Attempts <= refusals ? Task.FromResult(CommitResult.LedgerMovedOn) : inner.CommitAsync(commits, expectedSequence);

        public Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken) =>
            inner.LoadAsync(commandId, cancellationToken);

        public Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken) =>
            inner.LoadArrearsAsync(before, now, cancellationToken);

        public Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken) =>
            inner.ClaimSlotAsync(slot, lease, cancellationToken);

        public Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at) =>
            inner.KeepRefusalAsync(answer, actorId, at);
    }
}
