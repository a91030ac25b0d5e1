using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Threading.Channels;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Audit;

/// <summary>
/// Takes new checkpoints out of reach of whoever could rewrite the database: into a folder, to a witness, or both. Never
/// waited for; of several checkpoints that a slow witness has not seen, it is given the newest, which covers the others.
/// </summary>
internal sealed partial class Witness(
    IOptions<AuditOptions> options, IHostEnvironment environment, IHttpClientFactory clients, ILedgerTree tree,
    TimeProvider time, ILogger<Witness> logger)
    : BackgroundService
{
    public const string Client = "witness";

    private const string SizeType = "text/x.tlog.size";

    private readonly Channel<SignedNote> _newest = Channel.CreateBounded<SignedNote>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);
    private (string Origin, long Size) _seen = (string.Empty, 0);

    /// <summary>Hands over a checkpoint that is durable here.</summary>
    public void Offer(SignedNote note) => _newest.Writer.TryWrite(note);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var note in _newest.Reader.ReadAllAsync(stoppingToken))
                if (!await TryTellAsync(note, stoppingToken))
                    await RetryLaterAsync(note, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // Only if nothing newer has come meanwhile: a newer one is taken at once.
    private async Task RetryLaterAsync(SignedNote note, CancellationToken cancellationToken)
    {
        await Task.Delay(options.Value.CheckpointPeriod, time, cancellationToken);
        if (_newest.Reader.Count == 0)
            Offer(note);
    }

    private async Task<bool> TryTellAsync(SignedNote note, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        bool isKept = settings.WitnessDirectory.Length == 0
            || await TryAsync(settings.WitnessDirectory, () => KeepAsync(note, cancellationToken), cancellationToken);
        bool isSent = settings.WitnessUrl.Length == 0
            || await TryAsync(
                settings.WitnessUrl, () => SendAsync(note, new Uri(settings.WitnessUrl), cancellationToken), cancellationToken);
        return isKept && isSent;
    }

    // By design: a witness that is away stops nothing. Said when it begins and when it is over.
    private async Task<bool> TryAsync(string place, Func<Task> tell, CancellationToken cancellationToken)
    {
        try
        {
            await tell();
            if (_failing.Remove(place))
                Log.Reached(logger, place);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (_failing.Add(place))
                Log.Failed(logger, place, exception.Message);
            return false;
        }
    }

    private async Task KeepAsync(SignedNote note, CancellationToken cancellationToken)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        string folder = Path.GetFullPath(options.Value.WitnessDirectory, environment.ContentRootPath);
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture,
            $"ledger-{checkpoint.Origin[(checkpoint.Origin.LastIndexOf('/') + 1)..]}.{checkpoint.Size:D12}.checkpoint"));
        // Moved into place, so that whoever reads the folder never meets half a checkpoint.
        await File.WriteAllBytesAsync(file + ".part", note.ToBytes(), cancellationToken);
        File.Move(file + ".part", file, overwrite: true);
    }

    private async Task SendAsync(SignedNote note, Uri url, CancellationToken cancellationToken)
    {
        using var first = await PostAsync(note, url, cancellationToken);
        if (first.StatusCode is not HttpStatusCode.Conflict)
        {
            Accept(note, first);
            return;
        }

        // It saw another size last, of this host before a restart or of another host, and says which.
        if (!string.Equals(first.Content.Headers.ContentType?.MediaType, SizeType, StringComparison.Ordinal))
            first.EnsureSuccessStatusCode();
        string answer = (await first.Content.ReadAsStringAsync(cancellationToken)).TrimEnd('\n');
        long size = long.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture);
        // It has more than this checkpoint says, from another host: the next one will reach it.
        if (size > Checkpoint.Parse(note.Text).Size)
            return;

        _seen = (Checkpoint.Parse(note.Text).Origin, size);
        using var second = await PostAsync(note, url, cancellationToken);
        Accept(note, second);
    }

    private async Task<HttpResponseMessage> PostAsync(SignedNote note, Uri url, CancellationToken cancellationToken)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        long old = string.Equals(checkpoint.Origin, _seen.Origin, StringComparison.Ordinal) ? _seen.Size : 0;
        var proof = new ConsistencyProof(
            old, old == 0 ? [] : await tree.ConsistencyAsync(old, checkpoint.Size, cancellationToken), note);
        using var content = new ByteArrayContent(proof.ToBytes());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" };
        return await clients.CreateClient(Client).PostAsync(url, content, cancellationToken);
    }

    private void Accept(SignedNote note, HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        var checkpoint = Checkpoint.Parse(note.Text);
        _seen = (checkpoint.Origin, checkpoint.Size);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The witness {Place} was not told of a checkpoint: {Reason}")]
        public static partial void Failed(ILogger logger, string place, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "The witness {Place} is told of checkpoints again")]
        public static partial void Reached(ILogger logger, string place);
    }
}
