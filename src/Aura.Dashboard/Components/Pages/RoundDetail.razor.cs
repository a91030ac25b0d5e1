using System.Globalization;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>One round for ever: what it decided, and what proves it.</summary>
public sealed partial class RoundDetail : IDisposable
{
    /// <summary>The address of the tab with the evidence says so; without it, the result is shown.</summary>
    private const string EvidenceTab = "evidence";

    private readonly CancellationTokenSource _left = new();
    private RoundReport? _report;
    private LedgerEntry? _entry;
    private RoundProof? _proof;
    private long _last;
    private long? _shown;
    private bool _loading = true;
    private bool _verifying;

    [Parameter]
    public long Number { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    [Inject]
    internal IRoundHistory History { get; init; } = default!;

    [Inject]
    internal ILedgerArchive Archive { get; init; } = default!;

    [Inject]
    internal IRoundProof Proof { get; init; } = default!;

    private bool ShowsEvidence => string.Equals(Tab, EvidenceTab, StringComparison.Ordinal);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // Another tab of the same round: what was read stays, and so does what was verified.
        if (_shown == Number)
            return;

        (_shown, _loading, _proof) = (Number, true, null);
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
            long number = Number;
            var proof = await Proof.ProveAsync(new RoundNumber(number), _left.Token);
            // The verdict of one round must not stand on the page of another, which was opened meanwhile.
            if (number == Number)
                _proof = proof;
        }
        finally
        {
            _verifying = false;
        }
    }

    private static string Address(long number, bool evidence) => string.Create(
        CultureInfo.InvariantCulture, $"/rounds/{number}{(evidence ? $"?tab={EvidenceTab}" : string.Empty)}");

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
