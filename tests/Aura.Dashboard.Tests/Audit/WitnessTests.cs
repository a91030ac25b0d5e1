using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Aura.Dashboard.Audit;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Audit;

public sealed class WitnessTests : IDisposable
{
    private const string Url = "https://witness.example/add-checkpoint";

    // Nothing else in the host waits for just as long.
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(37);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-");
    private readonly Channel<ConsistencyProof> _received = Channel.CreateUnbounded<ConsistencyProof>();
    private readonly Queue<HttpResponseMessage> _answers = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_witness_is_sent_each_checkpoint_with_the_proof_from_the_one_before()
    {
        using var rounds = Start(Url);

        await CoverAsync(rounds, 2);
        var first = await NextAsync();
        await CoverAsync(rounds, 3);
        var second = await NextAsync();

        Assert.Equal(0, first.OldSize);
        Assert.Empty(first.Hashes);
        var before = Checkpoint.Parse(first.Checkpoint.Text);
        Assert.Equal(before.Size, second.OldSize);
        Assert.True(second.Proves(before.Root));
        Assert.True(second.Checkpoint.IsSignedBy(rounds.Host.Get<ICheckpoints>().Keys[0]));
    }

    [Fact]
    public async Task A_witness_that_saw_another_size_last_is_sent_the_proof_from_there()
    {
        _answers.Enqueue(new HttpResponseMessage(HttpStatusCode.Conflict)
        {
            Content = new StringContent("2\n", Encoding.UTF8, "text/x.tlog.size"),
        });
        using var rounds = Start(Url);
        await rounds.RunAsync(3);
        var root = await rounds.Host.Get<ILedgerTree>().RootAsync(2, Cancelled);

        await CoverAsync(rounds, 5);
        await NextAsync();
        var again = await NextAsync();

        Assert.Equal(2, again.OldSize);
        Assert.True(again.Proves(root));
    }

    [Fact]
    public async Task A_witness_that_is_away_is_told_later_and_holds_nobody_up()
    {
        _answers.Enqueue(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        var clock = new WatchedClock(Period);
        using var rounds = Start(Url, clock: clock);

        var note = await CoverAsync(rounds, 2);
        await NextAsync();
        await clock.Waits.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        clock.Advance(Period);
        var again = await NextAsync();

        Assert.Equal(Checkpoint.Parse(note.Text), Checkpoint.Parse(again.Checkpoint.Text));
    }

    [Fact]
    public async Task A_folder_receives_every_checkpoint_under_ledger_and_size()
    {
        string folder = Path.Combine(_folder.FullName, "witness");
        using var rounds = Start(Url, folder);

        var note = await CoverAsync(rounds, 2);
        // The folder is written before the witness is asked.
        await NextAsync();

        var identity = await rounds.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled);
        long size = Checkpoint.Parse(note.Text).Size;
        Assert.Equal(
            note.ToString(),
            File.ReadAllText(Path.Combine(folder, string.Create(
                CultureInfo.InvariantCulture, $"ledger-{identity.LedgerId}.{size:D12}.checkpoint"))));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_holds_neither_checkpoints_nor_the_witness_up()
    {
        string occupied = Path.Combine(_folder.FullName, "occupied");
        File.WriteAllText(occupied, "a file");
        using var rounds = Start(Url, occupied);

        await CoverAsync(rounds, 2);
        await NextAsync();
        await rounds.RunAsync();
    }

    [Theory]
    [InlineData("http://witness.example/", "Production")]
    [InlineData("http://witness.example/", "Development")]
    [InlineData("http://127.0.0.1:8000/", "Production")]
    [InlineData("https://name:secret@witness.example/", "Development")]
    [InlineData("witness", "Development")]
    public void A_witness_is_reached_over_TLS_or_on_this_machine(string url, string environment)
    {
        var refused = Validate(new AuditOptions { WitnessUrl = url }, environment);

        Assert.StartsWith($"Audit:WitnessUrl is '{url}'", Assert.Single(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://witness.example/add", "Production")]
    [InlineData("http://127.0.0.1:8000/", "Development")]
    [InlineData("", "Production")]
    public void An_address_that_nobody_can_come_between_is_accepted(string url, string environment) =>
        Assert.Empty(Validate(new AuditOptions { WitnessUrl = url }, environment));

    [Fact]
    public void A_key_that_is_replaced_before_its_overlap_ends_is_refused() =>
        Assert.StartsWith(
            "Audit:KeyOverlap is '3.00:00:00'",
            Assert.Single(Validate(
                new AuditOptions { KeyRotation = TimeSpan.FromDays(2), KeyOverlap = TimeSpan.FromDays(3) }, "Production")),
            StringComparison.Ordinal);

    private static IEnumerable<string> Validate(AuditOptions options, string environment) =>
        new AuditOptionsValidator(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment
        {
            EnvironmentName = environment,
        }).Validate(null, options).Failures ?? [];

    private static async Task<SignedNote> CoverAsync(RoundDriver rounds, long sequence)
    {
        await rounds.RunAsync();
        return Assert.IsType<SignedNote>(await rounds.Host.Get<ICheckpoints>().CoverAsync(sequence, Cancelled));
    }

    private Task<ConsistencyProof> NextAsync() =>
        _received.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

    private RoundDriver Start(string url, string directory = "", FakeTimeProvider? clock = null)
    {
        var stub = new VendorStub(async (request, cancellationToken) =>
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            await _received.Writer.WriteAsync(ConsistencyProof.Parse(body), cancellationToken);
            return _answers.TryDequeue(out var answer) ? answer : new HttpResponseMessage(HttpStatusCode.OK);
        });
        return RoundDriver.Start(
            host =>
            {
                host.With("Audit:WitnessUrl", url).With("Audit:WitnessDirectory", directory)
                    .With("Audit:CheckpointPeriod", Period.ToString());
                stub.Plays(host, Witness.Client);
            },
            clock: clock);
    }

    /// <summary>Tells when somebody begins to wait for so long, once and not again and again.</summary>
    private sealed class WatchedClock(TimeSpan watched) : FakeTimeProvider(RoundDriver.FirstMoment)
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waits => _waits.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == watched && period == Timeout.InfiniteTimeSpan)
                _waits.TrySetResult();
            return timer;
        }
    }
}
