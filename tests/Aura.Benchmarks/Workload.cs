using System.Globalization;
using System.Text;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;

namespace Aura.Benchmarks;

/// <summary>Rounds of two assets with four sources each, whose bodies are as long as it is asked for.</summary>
internal sealed class Workload(int nodes, int bodyBytes)
{
    private static readonly SourceRule MsftSecond = Standard.MsftDay with { Id = SourceId.Parse("msft-av-second") };

    public RuleSet Rules { get; } = A.RuleSet()
        .WithNodes(nodes)
        .WithSources([.. Standard.Sources, (MsftSecond, 0.9m)])
        .Build();

    /// <summary>What a round gathered: every node saw the same, and no round saw what another did.</summary>
    public RoundInputs Round(long number)
    {
        var round = A.Round().Under(Rules).InRound(number);
        var at = Standard.SlotOf(new RoundNumber(number)).Instant;
        foreach (var source in Rules.Market.Sources)
            round = round.WithBody(source, Padded(VendorBody.Of(source, PriceOf(source, number), at)));
        return round.Build();
    }

    private static decimal PriceOf(SourceRule source, long number)
    {
        // Close enough that no breaker moves, different enough that no body is stored twice.
        decimal drift = number / 10_000m;
        if (source.Asset == Standard.Msft)
            return 467.68m + drift;
        return source.Id == Standard.GoldShare.Id ? 309.33m + (drift * 0.0921m) : 3356.73m + drift;
    }

    // Longer as vendors' bodies are: by further rows, which a parser has to read. White space would flatter it.
    private byte[] Padded(byte[] body)
    {
        string text = Encoding.UTF8.GetString(body).TrimEnd();
        var longer = new StringBuilder(text, 0, text.Length - 1, bodyBytes + 200).Append(",\"history\":[");
        for (int row = 0; longer.Length < bodyBytes - 100; row++)
            longer.Append(
                CultureInfo.InvariantCulture,
                $$"""{{(row == 0 ? "" : ",")}}{"datetime":"2025-06-04 {{row / 60 % 24:00}}:{{row % 60:00}}:00","open":"3351.{{row:000}}","close":"3352.{{row:000}}"}""");
        longer.Append("]}");
        return Encoding.UTF8.GetBytes(longer.ToString().PadRight(bodyBytes));
    }

    /// <summary>The ledger after so many rounds; its first entry names the rules.</summary>
    public async Task<IReadOnlyList<Commit>> RecordAsync(int rounds)
    {
        var store = new MemoryRoundStore();
        var time = new SlotClock();
        using var engine = new RiskEngine(store, new RulesInForce(Rules), new RecordingPublisher(), time);
        await engine.AdoptRulesAsync(CancellationToken.None);
        for (int number = 1; number <= rounds; number++)
        {
            time.Now = Standard.SlotOf(new RoundNumber(number)).Instant.AddMilliseconds(500);
            await engine.DecideAsync(Round(number), CancellationToken.None);
        }

        return store.Commits;
    }

    private sealed class SlotClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Standard.Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
