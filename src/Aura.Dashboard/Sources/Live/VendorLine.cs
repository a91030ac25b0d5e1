using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net.Http.Headers;
using Aura.Dashboard.Configuration;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Polly.CircuitBreaker;

namespace Aura.Dashboard.Sources.Live;

/// <summary>Everything that all nodes share about one vendor: its address, keys, limits, breaker and last answer.</summary>
internal sealed class VendorLine
{
    private readonly ImmutableArray<string> _keys;
    private readonly FrozenDictionary<NodeId, VendorAccount> _accounts;
    private volatile LastAnswer? _last;

    public VendorLine(string name, VendorOptions options, int nodes, TimeProvider time)
    {
        Name = name;
        BaseUrl = new Uri(options.BaseUrl);
        Limits = VendorLimits.Of(name, options);
        Accounts =
        [
            .. options.NodesByKey(nodes).Select(key => new VendorAccount(
                key.Key, [.. key.Select(node => new NodeId(node))], new VendorBudget(Limits, time))),
        ];
        _accounts = Accounts.SelectMany(account => account.Nodes, (account, node) => (account, node))
            .ToFrozenDictionary(pair => pair.node, pair => pair.account);
        _keys = [.. Accounts.Select(account => account.Key)];
    }

    public string Name { get; }

    public Uri BaseUrl { get; }

    public VendorLimits Limits { get; }

    public ImmutableArray<VendorAccount> Accounts { get; }

    public CircuitBreakerStateProvider Breaker { get; } = new();

    public LastAnswer? Last => _last;

    public VendorAccount AccountOf(NodeId node) => _accounts[node];

    public void Heard(RefusalCode code, DateTimeOffset at) => _last = new LastAnswer(code, at);

    /// <summary>Adds a key where this vendor reads it; only Alpha Vantage knows no header.</summary>
    public void Authorise(HttpRequestMessage request, string key)
    {
        if (key.Length == 0)
            return;

        switch (Name)
        {
            case nameof(VendorsOptions.AlphaVantage):
                var url = request.RequestUri ?? throw new InvalidOperationException("A request without an address.");
                request.RequestUri = new Uri($"{url.AbsoluteUri}&apikey={Uri.EscapeDataString(key)}");
                break;
            case nameof(VendorsOptions.TwelveData):
                request.Headers.Authorization = new AuthenticationHeaderValue("apikey", key);
                break;
            case nameof(VendorsOptions.Finnhub):
                request.Headers.Add("X-Finnhub-Token", key);
                break;
            default:
                request.Headers.Add("x-api-key", key);
                break;
        }
    }

    /// <summary>The body without any key that a refusal may repeat. Everything that is kept passes through here.</summary>
    public RedactedBody Redact(byte[] body) => BodyRedaction.Of(body, _keys);
}
