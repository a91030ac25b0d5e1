using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What the ledger committed itself to, and how to take evidence away from here.</summary>
public sealed partial class Audit : IDisposable
{
    private const int RoundsOffered = 1_000;
    private readonly CancellationTokenSource _left = new();
    private LedgerStatus? _status;
    private long _last;
    private long _from;
    private long _to;

    [Inject]
    internal ILedgerStatus Ledger { get; init; } = default!;

    [Inject]
    internal IRoundHistory History { get; init; } = default!;

    private string? Fault =>
        _from < 1 || _from > _last ? T("'From round' is {0}: accepted is 1 to {1}.", _from, _last)
        : _to < 1 || _to > _last ? T("'To round' is {0}: accepted is 1 to {1}.", _to, _last)
        : _to < _from ? T("'To round' lies before 'From round'.")
        : new BundleRange(new RoundNumber(_from), new RoundNumber(_to)).Problem;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _last = (await History.LastAsync(_left.Token)).Value;
        (_from, _to) = (Math.Max(1, _last - RoundsOffered + 1), _last);
        _status = await Ledger.ReadAsync(_left.Token);
    }
}
