using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Charts;

/// <summary>
/// Lines or candles over time. Made once, then told what changed; at most one update a second, of which the last one wins.
/// A page hands over a new <see cref="Series"/> list per tick and keeps the old list when nothing has changed.
/// </summary>
public sealed partial class ApexChart : IAsyncDisposable
{
    /// <summary>The cascading value that tells whether the page is dark.</summary>
    public const string DarkModeName = "AuraDarkMode";

    private const string ModulePath = "./aura/js/chart.js";
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private ITimer? _timer;
    private ChartRequest? _drawn;
    private ChartModel? _model;
    private long _drawnAt;
    private bool _drawing;
    private bool _disposed;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    /// <summary>Drawn in place of lines; the first series then only gives its name.</summary>
    [Parameter]
    public IReadOnlyList<ChartCandle>? Candles { get; set; }

    [Parameter]
    public ChartNotes Notes { get; set; } = ChartNotes.None;

    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public int Decimals { get; set; } = 2;

    [Parameter]
    public decimal? YMin { get; set; }

    [Parameter]
    public decimal? YMax { get; set; }

    [Parameter]
    public int Height { get; set; } = 240;

    [Parameter]
    public string? TestId { get; set; }

    [CascadingParameter(Name = DarkModeName)]
    public bool Dark { get; set; }

    [CascadingParameter]
    public DeskZone? Zone { get; set; }

    private DeskZone TimeZone => Zone ?? DeskZone.Utc;

    private ChartFormat Format => new(Unit, Decimals, Height);

    private ChartRequest Wanted => new(Series, Candles, Notes, Format, new ChartRange(YMin, YMax), Dark, TimeZone.Zone.Id);

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        if (_timer is not null)
            await _timer.DisposeAsync();
        await ReleaseAsync();
    }

    /// <summary>Saves what is drawn as a picture.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    public async Task SaveAsync(string name)
    {
        if (_chart is { } chart)
            await chart.InvokeVoidAsync("save", $"{name}.png");
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? CreateAsync() : DrawAsync();

    private async Task CreateAsync()
    {
        try
        {
            var wanted = Wanted;
            _module = await Js.InvokeAsync<IJSObjectReference>("import", ModulePath);
            if (!_disposed)
            {
                var model = SharedCharts.ModelOf(wanted);
                _chart = await _module.InvokeAsync<IJSObjectReference>("create", _element, SharedCharts.UpdateOf(null, model));
                Remember(wanted, model);
            }
        }
        catch (JSDisconnectedException)
        {
            return;
        }

        // The page may have been left while the browser was still loading.
        if (_disposed)
            await ReleaseAsync();
        else
            await DrawAsync();
    }

    private async Task DrawAsync()
    {
        var wanted = Wanted;
        if (_chart is null || _drawing || _disposed || wanted == _drawn)
            return;

        var wait = MinInterval - Clock.GetElapsedTime(_drawnAt);
        // A change of colours or of the clock is one click of a person and must not look broken for a second.
        if (wait > TimeSpan.Zero && (wanted.Dark, wanted.Clock) == (_drawn?.Dark, _drawn?.Clock))
        {
            DrawLater(wait);
            return;
        }

        _drawing = true;
        ChartModel? sent = null;
        try
        {
            var model = SharedCharts.ModelOf(wanted);
            await _chart.InvokeVoidAsync("update", SharedCharts.UpdateOf(_model, model));
            sent = model;
        }
        catch (JSDisconnectedException)
        {
            return;
        }
        catch (OperationCanceledException)
        {
            // The browser was away for too long. What it draws is not known: the next tick brings whole lines.
            return;
        }
        finally
        {
            _drawing = false;
            Remember(wanted, sent);
        }

        await DrawAsync();
    }

    private void Remember(ChartRequest drawn, ChartModel? model)
    {
        (_drawn, _model) = (drawn, model);
        _drawnAt = Clock.GetTimestamp();
    }

    private void DrawLater(TimeSpan wait)
    {
        _timer ??= Clock.CreateTimer(
            _ => _ = InvokeAsync(DrawOrReportAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    // Nobody awaits a timer's work: without this a broken script would go unnoticed.
    private async Task DrawOrReportAsync()
    {
        try
        {
            await DrawAsync();
        }
        catch (JSException exception) when (!_disposed)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task ReleaseAsync()
    {
        var (chart, module) = (_chart, _module);
        (_chart, _module) = (null, null);
        try
        {
            if (chart is not null)
            {
                await chart.InvokeVoidAsync("destroy");
                await chart.DisposeAsync();
            }

            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and taken the chart along.
        }
    }
}
