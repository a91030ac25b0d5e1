using System.Text.Json;
using System.Text.Json.Nodes;
using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Verbs;

/// <summary>
/// Asks a running dashboard whether it lives; an image without curl has nothing else to ask with. Only a dead process is
/// a failure: a supervisor restarts on it, and restarting does not help a database or a feed that is not ready.
/// </summary>
internal sealed class HealthVerb : IVerb
{
    private const int NotUnderstood = 2;
    private const string Arguments = "[--url http://host:port]";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public string Name => "health";

    public string Usage => $"{Arguments}   asks a running dashboard; 0 when it lives, 1 when not";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not ([] or ["--url", _]))
        {
            await errors.WriteLineAsync($"health does not understand '{string.Join(' ', arguments)}'; accepted is {Arguments}.");
            return NotUnderstood;
        }

        // Reads the settings as the server does, so that both mean the same address; nothing is built or started.
        var settings = SettingsRoot.CreateBuilder([]).Configuration;
        string? stated = arguments is [_, var value] ? value : OwnAddress.Find(settings);
        if (!Uri.TryCreate(stated, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            await errors.WriteLineAsync($"'{stated}' is not an address; accepted is --url http://host:port.");
            return NotUnderstood;
        }

        using var client = new HttpClient { BaseAddress = url, Timeout = Patience };
        client.DefaultRequestHeaders.Host = OwnAddress.FindHostName(settings);
        return await AskAsync(client, output, errors);
    }

    private static async Task<int> AskAsync(HttpClient client, TextWriter output, TextWriter errors)
    {
        try
        {
            using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
            if (!live.IsSuccessStatusCode)
            {
                await errors.WriteLineAsync($"{client.BaseAddress}health/live answers {(int)live.StatusCode}.");
                return 1;
            }

            await output.WriteLineAsync($"{client.BaseAddress} is live; ready: {await ReadyAsync(client)}");
            return 0;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await errors.WriteLineAsync($"{client.BaseAddress}health/live does not answer: {exception.Message}");
            return 1;
        }
    }

    private static async Task<string> ReadyAsync(HttpClient client)
    {
        try
        {
            // Not ready is an answer of 503 and has the same body.
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            var report = JsonNode.Parse(await ready.Content.ReadAsStringAsync());
            var checks = report?["checks"]?.AsObject().Select(check => $"{check.Key} {check.Value}") ?? [];
            return $"{report?["status"]} ({string.Join(", ", checks)})";
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException)
        {
            // Living is what was asked; readiness is told for people.
            return $"unknown ({exception.Message})";
        }
    }
}
