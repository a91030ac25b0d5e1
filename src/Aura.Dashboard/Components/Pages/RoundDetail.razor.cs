using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>One round for ever: what it decided, and what proves it.</summary>
public sealed partial class RoundDetail : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private RoundReport? _report;
    private LedgerEntry? _entry;
    private RoundProof? _proof;
    private long _last;
    private bool _loading = true;
    private bool _verifying;

    [Parameter]
    public long Number { get; set; }

    [Inject]
    internal IRoundHistory History { get; init; } = default!;

    [Inject]
    internal ILedgerArchive Archive { get; init; } = default!;

    [Inject]
    internal IRoundProof Proof { get; init; } = default!;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        (_loading, _proof) = (true, null);
        var round = new RoundNumber(Number);
        _last = (await History.LastAsync(_left.Token)).Value;
        _report = await History.FindAsync(round, _left.Token);
        _entry = await Archive.OfRoundAsync(round, _left.Token) is { } stored ? LedgerEntry.Parse(stored.Bytes.Span) : null;
        _loading = false;
    }

    private async Task VerifyAsync()
    {
        _verifying = true;
        try
        {
            _proof = await Proof.ProveAsync(new RoundNumber(Number), _left.Token);
        }
        finally
        {
            _verifying = false;
        }
    }

    private IEnumerable<(string Name, string Digest)> Digests() =>
        _entry is not { } entry
            ? []
            :
            [
                ("Evidence", entry.Evidence.Hex),
                ("Outcome", entry.Outcome?.Hex ?? string.Empty),
                ("Rule set", entry.Configuration.Hex),
                ("State before", entry.StateBefore.Hex),
                ("State after", entry.StateAfter.Hex),
                ("Entry before", entry.Previous.Hex),
            ];
}
