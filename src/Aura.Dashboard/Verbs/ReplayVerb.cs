using System.Globalization;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Verbs;

/// <summary>
/// Decides the whole ledger of this installation again, recomputes its tree and checkpoints, and reports the first
/// difference. It reads the database that the settings name, writes nothing, and may run beside the dashboard.
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
        var decided = new Dictionary<EntryKind, long>();
        long entries = 0;
        long chained = 0;
        var (_, fault) = await app.Services.GetRequiredService<ILedgerExamination>().ExamineAsync(1, Count, CancellationToken.None);
        if (fault is not null)
        {
            await output.WriteLineAsync(fault);
            return 1;
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{entries} entries hold. Decided again to the same bytes: rounds {Of(EntryKind.Round)}, commands {Of(EntryKind.Command)}, notices {Of(EntryKind.Notice)}. Followed only, being of an earlier format: {chained}."));
        return 0;

        long Of(EntryKind kind) => decided.GetValueOrDefault(kind);

        void Count(ReplayedEntry replayed)
        {
            entries++;
            if (replayed.Entry is { IsFrozen: true, Kind: var kind })
                decided[kind] = Of(kind) + 1;
            else
                chained++;
        }
    }
}
