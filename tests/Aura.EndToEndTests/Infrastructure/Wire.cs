using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>What a page costs over the wire: the bytes of every answer, headers included and as compressed as they came.</summary>
internal sealed class Wire
{
    private readonly ConcurrentDictionary<string, string> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _received = new(StringComparer.Ordinal);

    private Wire()
    {
    }

    public long Bytes => Counted.Sum(answer => answer.Value);

    /// <summary>The heaviest first.</summary>
    public IEnumerable<string> Answers => Counted.OrderByDescending(answer => answer.Value)
        .Select(answer => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{answer.Value,8} {_asked[answer.Key]}"));

    // What the page before had asked for may still be on its way.
    private IEnumerable<KeyValuePair<string, long>> Counted => _received.Where(answer => _asked.ContainsKey(answer.Key));

    /// <summary>Listens to this page from now on, and lets it find nothing in any cache.</summary>
    public static async Task<Wire> TapAsync(IPage page)
    {
        var wire = new Wire();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, said) =>
            wire._asked[Id(said)] = said!.Value.GetProperty("request").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, said) =>
            wire._received[Id(said)] = said!.Value.GetProperty("encodedDataLength").GetInt64();
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        return wire;
    }

    private static string Id(JsonElement? said) => said!.Value.GetProperty("requestId").GetString()!;
}
