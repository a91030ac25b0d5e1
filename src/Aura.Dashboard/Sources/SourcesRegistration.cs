using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Sources.AlphaVantage;
using Aura.Dashboard.Sources.Finnhub;
using Aura.Dashboard.Sources.GoldApi;
using Aura.Dashboard.Sources.Live;
using Aura.Dashboard.Sources.Replay;
using Aura.Dashboard.Sources.Scenarios;
using Aura.Dashboard.Sources.TwelveData;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Aura.Dashboard.Sources;

/// <summary>The vendors, their transports, and the rule set that settings and transports make together.</summary>
internal static class SourcesRegistration
{
    // Never dialled: a tape answers before any name is resolved. RFC 2606 reserves the domain.
    private static readonly Uri TapeBaseUrl = new("http://tape.invalid");

    public static WebApplicationBuilder AddSources(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<EngineOptions, EngineOptionsValidator>()
            .Configure<IConfiguration>(Read);
        services.AddSingleton<IValidateOptions<EngineOptions>, ScenarioValidator>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IVendorEndpoint, GlobalQuoteEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, CurrencyExchangeRateEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, IntradayEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, GoldSilverSpotEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, TimeSeriesEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, LatestQuoteEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, QuoteEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, CandleEndpoint>(),
            ServiceDescriptor.Singleton<IVendorEndpoint, PriceEndpoint>(),
        ]);
        services.AddSingleton<VendorEndpoints>();
        services.AddSingleton(CreateKeys);
        services.AddSingleton<IObservationSigner>(provider => provider.GetRequiredService<NodeSigner>());
        services.AddSingleton(ReadReplay);
        services.AddSingleton(provider => new RulesInForce(CreateRuleSet(provider)));
        // Whoever lives longer than a request asks for the rules in force each time.
        services.AddTransient(provider => provider.GetRequiredService<RulesInForce>().Current);
        services.AddSingleton<IValidateOptions<EngineOptions>, LiveValidator>();
        // A nonsensical mode is refused by its validator, which says so better than a failure here could.
        if (string.Equals(
                builder.Configuration["Market:Mode"], nameof(MarketMode.Live), StringComparison.OrdinalIgnoreCase))
            AddTimed<LiveMarketSource>(services.AddLiveVendors(), isLive: true);
        else
            AddTimed<HttpMarketSource>(AddPlayedVendors(services), isLive: false);
        return builder;
    }

    /// <summary>Lets a replay begin at its first row, whatever the database has decided before.</summary>
    public static async Task PositionTapeAsync(this WebApplication app)
    {
        if (app.Services.GetService<IMarketTape>() is not ReplayTape replay)
            return;

        var ruleSet = app.Services.GetRequiredService<RulesInForce>().Settings.ToDigest();
        var history = app.Services.GetRequiredService<IRoundHistory>();
        replay.StartAt(await history.FirstRoundUnderAsync(ruleSet, app.Lifetime.ApplicationStopping));
    }

    private static void Read(EngineOptions options, IConfiguration configuration)
    {
        StrictSettings.Read(options.Market, configuration.GetSection(MarketOptions.Section), options.Unreadable);
        // The name that Alpha Vantage's own examples use; the setting wins.
        if (options.Market.Vendors.AlphaVantage.ApiKey.Length == 0)
            options.Market.Vendors.AlphaVantage.ApiKey = configuration["ALPHA_VANTAGE_API_KEY"] ?? string.Empty;
        if (options.Market.Mode is MarketMode.Live)
            UseLiveDefaults(options);
        StrictSettings.Read(options.Assets, configuration.GetSection("Assets"), options.Unreadable);
        StrictSettings.Read(options.Nodes, configuration.GetSection(NodesOptions.Section), options.Unreadable);
        StrictSettings.Read(options.Consensus, configuration.GetSection(ConsensusOptions.Section), options.Unreadable);
        StrictSettings.Read(options.Breaker, configuration.GetSection(BreakerOptions.Section), options.Unreadable);
        StrictSettings.Read(options.Alerts, configuration.GetSection(AlertsOptions.Section), options.Unreadable);
        StrictSettings.Read(options.Rounds, configuration.GetSection(RoundsOptions.Section), options.Unreadable);
    }

    // A vendor answers in seconds and counts every call; a demonstration wants to be seen moving.
    private static void UseLiveDefaults(EngineOptions options)
    {
        options.Rounds.Cron = RoundsOptions.LiveCron;
        options.Rounds.GatherTimeout = RoundsOptions.LiveGatherTimeout;
        options.Breaker.CoolDown = BreakerOptions.LiveCoolDown;
    }

    private static IServiceCollection AddPlayedVendors(IServiceCollection services)
    {
        services.AddSingleton(CreateTape);
        services.AddSingleton<HttpMarketSource>();
        services.AddSingleton<IVendorUsage, NoVendorUsage>();
        foreach (string vendor in BodyParsers.All.Select(parser => parser.Vendor).Distinct(StringComparer.Ordinal))
            services.AddHttpClient(vendor, client =>
                {
                    client.BaseAddress = TapeBaseUrl;
                    // The round's deadline decides, not a timeout of the client's own.
                    client.Timeout = Timeout.InfiniteTimeSpan;
                })
                .ConfigurePrimaryHttpMessageHandler(provider => new TapeHandler(
                    provider.GetRequiredService<IMarketTape>(), provider.GetRequiredService<VendorEndpoints>()))
                .AddResilienceHandler("vendor", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 1,
                    Delay = TimeSpan.FromMilliseconds(100),
                    UseJitter = false,
                    BackoffType = DelayBackoffType.Constant,
                }));
        return services;
    }

    private static void AddTimed<T>(IServiceCollection services, bool isLive)
        where T : IMarketSource
    {
        services.AddSingleton(provider => new TimedMarketSource(
            provider.GetRequiredService<T>(), isLive ? provider.GetRequiredService<TimeProvider>() : null));
        services.AddSingleton<IMarketSource>(provider => provider.GetRequiredService<TimedMarketSource>());
        services.AddSingleton<ISourceLatency>(provider => provider.GetRequiredService<TimedMarketSource>());
    }

    private static NodeSigner CreateKeys(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EngineOptions>>().Value;
        return options.Market.Mode is MarketMode.Live
            ? NodeSigner.Live(
                NodeSecret.ReadOrCreate(
                    provider.GetRequiredService<DataFolder>().Path, provider.GetRequiredService<RandomNumberGenerator>()),
                options.Nodes.Count)
            : NodeSigner.Demo(options.Market.Seed, options.Nodes.Count);
    }

    private static ReplayRows ReadReplay(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EngineOptions>>().Value.Market;
        if (options.Mode is not MarketMode.Replay)
            return ReplayRows.None;

        string root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        return new ReplayRows(ReplayFile.Read(Path.GetFullPath(options.Replay.Path, root), options.Replay));
    }

    private static IMarketTape CreateTape(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EngineOptions>>().Value;
        if (options.Market.Mode is MarketMode.Replay)
            return new ReplayTape(provider.GetRequiredService<ReplayRows>().Rows, options.Market.Replay);

        var rules = provider.GetRequiredService<RuleSet>();
        return new ScenarioTape(
            ScenarioLibrary.Load(options.Market.Scenario), options.Market.Seed,
            RoundSchedule.Parse(options.Rounds.Cron).Period, rules.Market.Assets);
    }

    private static RuleSet CreateRuleSet(IServiceProvider provider)
    {
        ImmutableArray<OuncesOnDate> ounces =
        [
            .. provider.GetRequiredService<ReplayRows>().Rows
                .Where(row => row.OuncesPerShare is not null)
                .Select(row => new OuncesOnDate(
                    NewYorkTime.DateOf(row.Time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    row.OuncesPerShare.GetValueOrDefault()))
                .DistinctBy(factor => factor.Date, StringComparer.Ordinal),
        ];
        return RuleSetFactory.Create(
            provider.GetRequiredService<IOptions<EngineOptions>>().Value,
            provider.GetRequiredService<NodeSigner>().Nodes,
            ounces);
    }
}
