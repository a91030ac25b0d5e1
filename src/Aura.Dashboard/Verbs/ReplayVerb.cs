using System.Globalization;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Verbs;

/// <summary>
/// Decides the whole ledger of this installation again and reports the first difference. It reads the database that the
/// settings name, writes nothing, and may run beside the dashboard.
/// </summary>
/// <param name="addLedger">Adds what reads a ledger and decides it again.</param>
internal sealed class ReplayVerb(Func<WebApplicationBuilder, WebApplicationBuilder> addLedger) : IVerb
{
    private const int NotUnderstood = 2;

    public string Name => "replay-audit";

    public string Usage => "[--Section:Key=value ...]   decides every stored round and command again; 0 when nothing differs, 1 otherwise";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Any(argument => !argument.StartsWith("--", StringComparison.Ordinal)))
        {
            await errors.WriteLineAsync($"{Name} does not understand '{string.Join(' ', arguments)}'; accepted are settings, --Section:Key=value.");
            return NotUnderstood;
        }

        var builder = SettingsRoot.CreateBuilder([.. arguments]);
        builder.Logging.ClearProviders();
        await using var app = addLedger(builder).Build();
        var archive = app.Services.GetRequiredService<ILedgerArchive>();
        var replay = app.Services.GetRequiredService<ILedgerReplay>();
        long last = (await archive.HeadAsync(CancellationToken.None))?.Sequence ?? 0;
        var decided = new Dictionary<EntryKind, long>();
        long chained = 0;
        await foreach (var replayed in replay.FollowAsync(1, last, CancellationToken.None))
        {
            if (replayed.Fault is { } fault)
            {
                await output.WriteLineAsync(fault);
                return 1;
            }

            if (replayed.Entry is { IsFrozen: true, Kind: var kind })
                decided[kind] = decided.GetValueOrDefault(kind) + 1;
            else
                chained++;
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{last} entries hold. Decided again to the same bytes: rounds {Count(EntryKind.Round)}, commands {Count(EntryKind.Command)}, notices {Count(EntryKind.Notice)}. Followed only, being of an earlier format: {chained}."));
        return 0;

        long Count(EntryKind kind) => decided.GetValueOrDefault(kind);
    }
}
