using Xunit;

namespace Aura.Engine.Tests.Incidents;

/// <summary>Whoever writes a scenario wrongly is told which key, what stands there, and what is accepted.</summary>
public sealed class IncidentFileTests
{
    [Theory]
    [InlineData("\"minutesPerRound\": 5", "\"minutesPerRound\": 90", "X1.json: minutesPerRound is 90; accepted is a whole number from 1 to 60.")]
    [InlineData("\"minutesPerRound\": 5", "\"minutesPerRound\": \"5\"", "X1.json: minutesPerRound is \"5\"; accepted is a whole number from 1 to 60.")]
    [InlineData("\"without\": \"Off\"", "\"without\": \"On\"", "X1.json: without is \"On\"; accepted is one of Off, Shadow.")]
    [InlineData("\"without\": \"Off\"", "\"without\": \"off\"", "X1.json: without is \"off\"; accepted is one of Off, Shadow.")]
    [InlineData("\"asset\": \"LUNA\"", "\"aset\": \"LUNA\"", "X1.json has the key 'aset'; accepted are id, title,")]
    [InlineData("\"asset\": \"LUNA\",", "", "X1.json has no 'asset'; it has id, title,")]
    [InlineData("\"asset\": \"LUNA\"", "\"asset\": \"luna\"", "X1.json: asset is \"luna\"; accepted is a symbol (An asset symbol is 1 to 12 capital letters")]
    [InlineData("\"id\": \"X1\"", "\"id\": \"X2\"", "X1.json: id is \"X2\"; accepted is one of X1.")]
    [InlineData("\"guards\": [\"ExtremeDispersion\", \"Stale\"]", "\"guards\": []", "X1.json: guards is []; accepted is at least one cause: a replay without a guard proves nothing.")]
    [InlineData("\"guards\": [\"ExtremeDispersion\"", "\"guards\": [\"ManualTrip\"", "X1.json: guards[0] is \"ManualTrip\"; accepted is one of ExtremeDispersion, SystemScore,")]
    [InlineData("\"vendor\": \"Finnhub\"", "\"vendor\": \"Chainlink\"", "X1.json: sources[1]: vendor is \"Chainlink\"; accepted is one of AlphaVantage, Finnhub, TwelveData.")]
    [InlineData("\"id\": \"relay-b\"", "\"id\": \"relay-a\"", "accepted is every id once.")]
    [InlineData("\"truth\": \"0.107\"", "\"truth\": 0.107", "X1.json: phases[1]: truth is 0.107; accepted is a price above zero as a text, such as \"0.107\".")]
    [InlineData("\"truth\": \"0.107\"", "\"truth\": \"-1\"", "X1.json: phases[1]: truth is \"-1\"; accepted is a price above zero")]
    [InlineData("{\"venue\": \"0.08\"}", "{\"venu\": \"0.08\"}", "X1.json: phases[2]: prices has the key 'venu'; accepted are relay-a, relay-b, relay-c, relay-copied, venue.")]
    [InlineData("\"silent\": [\"venue\"]", "\"silent\": [\"nobody\"]", "X1.json: phases[5]: silent[0] is \"nobody\"; accepted is one of relay-a,")]
    [InlineData("\"truth\": \"0.107\", \"all\": \"0.107\"", "\"truth\": \"0.107\"", "accepted is a price of every source, or its silence: 'relay-a' has neither.")]
    [InlineData("\"rounds\": 1,", "\"rounds\": 2,", "accepted is one row for each of the 14 rounds, not 10.")]
    [InlineData("\"round\": 2,", "\"round\": 3,", "X1.json: guarded: timeline[1]: round is 3; accepted is a whole number from 2 to 2.")]
    [InlineData("\"tier\": \"Normal\"", "\"tier\": \"Calm\"", "X1.json: guarded: timeline[0]: tier is \"Calm\"; accepted is one of Normal, Elevated, High, Extreme.")]
    [InlineData("\"alone\": { \"ExtremeDispersion\": 0,", "\"alone\": { \"PriceJump\": 0,", "X1.json: alone has the key 'PriceJump'; accepted are ExtremeDispersion, Stale.")]
    [InlineData("\"asset\": \"LUNA\"", "\"asset\": \"LUNA\", \"asset\": \"UST\"", "X1.json is not JSON: Duplicate property 'asset'")]
    [InlineData("\"asset\": \"LUNA\"", "\"asset\" \"LUNA\"", "X1.json is not JSON:")]
    public void A_malformed_file_is_refused_by_key_value_and_what_is_accepted(string right, string wrong, string message)
    {
        string text = IncidentFile.TextOf("X1");
        Assert.Contains(right, text, StringComparison.Ordinal);

        var refused = Assert.Throws<FormatException>(() => IncidentFile.Parse("X1", text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
