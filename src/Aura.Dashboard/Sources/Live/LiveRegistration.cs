using System.Net;
using System.Security.Cryptography;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Market;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Sources.Live;

/// <summary>The transports of Live: one named client for each vendor.</summary>
internal static class LiveRegistration
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // In KB.
    private const int LargestHeaders = 16;

    public static IServiceCollection AddLiveVendors(this IServiceCollection services)
    {
        services.AddSingleton<VendorLines>();
        services.AddSingleton<IVendorUsage>(provider => provider.GetRequiredService<VendorLines>());
        services.AddSingleton<VendorAlarms>();
        services.AddHostedService(provider => provider.GetRequiredService<VendorAlarms>());
        services.AddSingleton<LiveMarketSource>();
        services.TryAddSingleton<NameLookup>(_ => Dns.GetHostAddressesAsync);
        services.AddSingleton(CreatePipeline);
        foreach (string vendor in BodyParsers.All.Select(parser => parser.Vendor).Distinct(StringComparer.Ordinal))
            AddVendor(services, vendor);
        return services;
    }

    private static void AddVendor(IServiceCollection services, string vendor)
    {
        // The factory's loggers write addresses, and one vendor's key is a part of its address.
        var client = services.AddHttpClient(vendor).RemoveAllLoggers()
            .ConfigureHttpClient((provider, http) =>
            {
                http.BaseAddress = LineOf(provider, vendor).BaseUrl;
                // The round's deadline decides, not a timeout of the client's own.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => CreateTransport(provider, vendor));
        client.AddResilienceHandler("patience", (pipeline, context) => context.ServiceProvider
            .GetRequiredService<LivePipeline>().AddPatience(
                pipeline, context.ServiceProvider.GetRequiredService<RandomNumberGenerator>(),
                context.ServiceProvider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(provider =>
            new BudgetHandler(provider.GetRequiredService<TimeProvider>()));
        client.AddResilienceHandler("breaker", (pipeline, context) => context.ServiceProvider
            .GetRequiredService<LivePipeline>().AddBreaker(
                pipeline, LineOf(context.ServiceProvider, vendor),
                context.ServiceProvider.GetRequiredService<VendorAlarms>()));
        client.AddHttpMessageHandler(_ => new WholeBodyHandler());
        client.AddHttpMessageHandler(provider => new KeyHandler(LineOf(provider, vendor)));
    }

    private static VendorLine LineOf(IServiceProvider provider, string vendor) =>
        provider.GetRequiredService<VendorLines>().Of(vendor);

    private static LivePipeline CreatePipeline(IServiceProvider provider)
    {
        var rounds = provider.GetRequiredService<IOptions<EngineOptions>>().Value.Rounds;
        return new LivePipeline(rounds.GatherTimeout, RoundSchedule.Parse(rounds.Cron).Period);
    }

    private static SocketsHttpHandler CreateTransport(IServiceProvider provider, string vendor)
    {
        bool allowsLoopback = provider.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && LoopbackAddresses.IsLoopbackUrl(LineOf(provider, vendor).BaseUrl.AbsoluteUri);
        var connection = new PinnedConnection(provider.GetRequiredService<NameLookup>(), allowsLoopback);
        return new SocketsHttpHandler
        {
            // A vendor has no reason to send us elsewhere, and elsewhere nobody has checked the address.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = (context, cancellationToken) =>
                connection.ConnectAsync(context.DnsEndPoint, cancellationToken),
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = LargestHeaders,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            // A proxy would resolve the name itself.
            UseProxy = false,
            // Our traces are not the vendor's.
            ActivityHeadersPropagator = null,
        };
    }
}
