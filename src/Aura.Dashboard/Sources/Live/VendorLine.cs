using System.Net.Http.Headers;
using System.Text;
using Aura.Dashboard.Configuration;
using Aura.Engine.Market;
using Polly.CircuitBreaker;

namespace Aura.Dashboard.Sources.Live;

/// <summary>Everything that all nodes share about one vendor: its address, key, limits, budget, breaker and last answer.</summary>
internal sealed class VendorLine
{
    private static readonly byte[] Redacted = Encoding.ASCII.GetBytes("[key]");

    private readonly byte[] _keyBytes;
    private readonly string _key;
    private volatile LastAnswer? _last;

    public VendorLine(string name, VendorOptions options, TimeProvider time)
    {
        Name = name;
        BaseUrl = new Uri(options.BaseUrl);
        Limits = VendorLimits.Of(name, options);
        Budget = new VendorBudget(Limits, time);
        _key = options.ApiKey;
        _keyBytes = Encoding.UTF8.GetBytes(options.ApiKey);
    }

    public string Name { get; }

    public Uri BaseUrl { get; }

    public VendorLimits Limits { get; }

    public VendorBudget Budget { get; }

    public CircuitBreakerStateProvider Breaker { get; } = new();

    public LastAnswer? Last => _last;

    public void Heard(RefusalCode code, DateTimeOffset at) => _last = new LastAnswer(code, at);

    /// <summary>Adds the key where this vendor reads it; only Alpha Vantage knows no header.</summary>
    public void Authorise(HttpRequestMessage request)
    {
        if (_key.Length == 0)
            return;

        switch (Name)
        {
            case nameof(VendorsOptions.AlphaVantage):
                var url = request.RequestUri ?? throw new InvalidOperationException("A request without an address.");
                request.RequestUri = new Uri($"{url.AbsoluteUri}&apikey={Uri.EscapeDataString(_key)}");
                break;
            case nameof(VendorsOptions.TwelveData):
                request.Headers.Authorization = new AuthenticationHeaderValue("apikey", _key);
                break;
            case nameof(VendorsOptions.Finnhub):
                request.Headers.Add("X-Finnhub-Token", _key);
                break;
            default:
                request.Headers.Add("x-api-key", _key);
                break;
        }
    }

    /// <summary>The body without the key that a refusal may repeat. Everything that is kept passes through here.</summary>
    public byte[] Redact(byte[] body)
    {
        if (_keyBytes.Length == 0 || body.AsSpan().IndexOf(_keyBytes) < 0)
            return body;

        using var clean = new MemoryStream(body.Length);
        var rest = body.AsSpan();
        while (rest.IndexOf(_keyBytes) is >= 0 and var at)
        {
            clean.Write(rest[..at]);
            clean.Write(Redacted);
            rest = rest[(at + _keyBytes.Length)..];
        }

        clean.Write(rest);
        return clean.ToArray();
    }
}
