using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// What an operator of the host reads without a page: an asset that becomes Elevated or worse is a warning, an incident
/// that begins to call is one, and one that nobody answers is an error. Once each, not once a round.
/// </summary>
internal sealed partial class RiskLog(RoundFeed feed, ILogger<RiskLog> logger) : BackgroundService
{
    private readonly Dictionary<AssetSymbol, Tier> _tiers = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var happened in feed.EventsAsync(cancellationToken))
                Write(happened);
        }
        catch (FeedOverrunException)
        {
            // A log so slow that it missed something goes on with what happens from now on; the ledger has it all.
        }
    }

    private void Write(FeedEvent happened)
    {
        if (happened is FeedEvent.AlertRaised { Incident: var incident, Status: var status })
            WriteIncident(incident, status);
        if (happened is not FeedEvent.RoundCompleted { Report: var report })
            return;

        foreach (var asset in report.Assets.Where(asset => !asset.TierStale))
        {
            if (asset.Tier >= Tier.Elevated && asset.Tier > _tiers.GetValueOrDefault(asset.Asset))
                Log.Dispersed(logger, asset.Asset.Value, asset.Tier, asset.DispersionPercent, report.Round.Value);
            _tiers[asset.Asset] = asset.Tier;
        }
    }

    private void WriteIncident(Incident incident, IncidentStatus status)
    {
        if (status is IncidentStatus.Escalated)
            Log.Unanswered(logger, incident.Number, incident.Kind, incident.Scope.Value, incident.Detail);
        else
            Log.Raised(logger, incident.Number, incident.Kind, incident.Scope.Value, incident.Detail);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Asset} is {Tier}: its sources are dispersed by {Dispersion} % in round {Round}")]
        public static partial void Dispersed(ILogger logger, string asset, Tier tier, decimal? dispersion, long round);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Incident {Number}, {Kind} at {Scope}: {Detail}")]
        public static partial void Raised(ILogger logger, long number, AlertKind kind, string scope, string detail);

        [LoggerMessage(Level = LogLevel.Error, Message = "Nobody answers incident {Number}, {Kind} at {Scope}: {Detail}")]
        public static partial void Unanswered(ILogger logger, long number, AlertKind kind, string scope, string detail);
    }
}
