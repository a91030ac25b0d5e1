using System.Text.Json.Nodes;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

public sealed class ExplanationTests : IDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Market:Scenario", "extreme-gold"));

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task Status_and_round_explain_every_number_in_the_engines_words()
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        var report = (await _rounds.RunAsync(3))[^1];
        var expected = RoundExplainer.Explain(report, _rounds.Host.Get<RuleSet>());

        foreach (string path in (string[])["status", "rounds/3"])
        {
            var answer = await caller.ReadAsync(path);
            Assert.Equal(expected.SystemScore, (string?)answer["systemScore"]!["explanation"]);
            Assert.Equal(expected.Quorum, (string?)answer["don"]!["explanation"]);
            foreach (var (asset, sent) in expected.Assets.Zip(answer["assets"]!.AsArray()))
            {
                var explanation = sent!["explanation"]!;
                Assert.Equal(
                    [
                        asset.Price, asset.WeightedMean, asset.StandardDeviation, asset.Dispersion, asset.Tier, asset.Score,
                        asset.Quality, asset.Publication, asset.Change!, asset.Volatility!,
                    ],
                    explanation.AsObject().Select(member => (string?)member.Value), StringComparer.Ordinal);
                Assert.Equal(
                    asset.Sources.Select(source => source.Sentence),
                    sent["sources"]!.AsArray().Select(source => (string?)source!["explanation"]), StringComparer.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Before_the_first_round_there_is_nothing_to_explain_but_the_quorum()
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);

        var status = await caller.ReadAsync("status");

        Assert.StartsWith("Of N = 4 configured nodes", (string?)status["don"]!["explanation"], StringComparison.Ordinal);
        Assert.False(status["assets"]![0]!.AsObject().ContainsKey("explanation"));
    }

    [Fact]
    public async Task A_round_is_explained_under_the_rule_set_that_it_names_whatever_is_in_force()
    {
        await _rounds.RunAsync();
        string before = await QuorumOfRoundOneAsync(_rounds.Host);
        using var changed = RoundDriver.Start(host => host.With("Nodes:Count", "7"), _rounds.Host.Folder, _rounds.Clock);
        using var caller = await ApiCaller.SignInAsync(changed.Host);

        Assert.Equal(before, await QuorumOfRoundOneAsync(changed.Host));
        Assert.StartsWith("Of N = 4 ", before, StringComparison.Ordinal);
        Assert.StartsWith("Of N = 7 ", (string?)(await caller.ReadAsync("status"))["don"]!["explanation"], StringComparison.Ordinal);
    }

    private static async Task<string> QuorumOfRoundOneAsync(AuraHost host)
    {
        using var caller = await ApiCaller.SignInAsync(host);
        JsonNode round = await caller.ReadAsync("rounds/1");
        return (string)round["don"]!["explanation"]!;
    }
}
