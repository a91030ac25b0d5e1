using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aura.VendorStub;

/// <summary>
/// Plays every vendor on loopback over a real socket. <c>POST /control/{behaviour}</c> changes how it answers from then
/// on; <c>GET /control/asked</c> says what it was asked.
/// </summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly StubAnswers _answers;
    private int _connections;

    private StubServer(WebApplication app, TimeProvider time)
    {
        _app = app;
        _answers = new StubAnswers(time);
        app.MapPost("/control/{behaviour}", (Behaviour behaviour) => Plays(behaviour));
        app.MapGet("/control/asked", () => _asked);
        app.MapFallback(context =>
        {
            _asked.Enqueue(new Asked(
                time.GetUtcNow(), context.Request.Path + context.Request.QueryString,
                context.Request.Headers.ToDictionary(
                    header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            return _answers.AnswerAsync(context);
        });
    }

    public string Url => _app.Urls.Single();

    public IReadOnlyList<Asked> Asked => [.. _asked];

    public void Plays(Behaviour behaviour) => _answers.Behaviour = behaviour;

    /// <param name="time">The vendors' clock.</param>
    /// <param name="certificates">Null for plain HTTP.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<StubServer> StartAsync(
        TimeProvider time, StubCertificates? certificates, CancellationToken cancellationToken)
    {
        StubServer? stub = null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (certificates is not null)
                    listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => stub?.Shown(certificates));
            }));
        builder.Services.AddRouting();
        var app = builder.Build();
        app.UseRouting();
        stub = new StubServer(app, time);
        await app.StartAsync(cancellationToken);
        return stub;
    }

    private X509Certificate2 Shown(StubCertificates certificates) => _answers.Behaviour switch
    {
        Behaviour.ForeignTls => certificates.Foreign,
        Behaviour.FlappingTls when Interlocked.Increment(ref _connections) % 2 == 0 => certificates.Foreign,
        _ => certificates.Trusted,
    };

    public async ValueTask DisposeAsync()
    {
        _answers.Stop();
        await _app.DisposeAsync();
    }
}
