using Aura.Dashboard.Configuration;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Configuration;

/// <summary>Every case starts from the shipped settings and breaks one thing.</summary>
public sealed class EngineSettingsTests
{
    public static TheoryData<string, string, string> BadSettings => new()
    {
        { "Market:Colour", "red", "Market:Colour is not a setting. Known here are Mode, Scenario, Seed, Replay, Fetch, Calendar, Vendors." },
        { "Market:Replay:Pth", "x.csv", "Market:Replay:Pth is not a setting." },
        { "Breaker:CoolDwn", "00:00:01", "Breaker:CoolDwn is not a setting." },
        { "Assets:0:Sources:1:Wight", "2", "Assets:0:Sources:1:Wight is not a setting." },
        { "Nodes:Count:Most", "7", "Nodes:Count is a single value, not a section." },
        { "Consensus", "67", "Consensus is '67': it is a section, not a single value." },
        { "Storage:Provder", "Sqlite", "Storage:Provder is not a setting." },
        { "Market:Mode", "Paper", "Market:Mode is 'Paper': accepted are Simulated, Replay, Live." },
        { "Market:Mode", "1", "Market:Mode is '1': accepted are Simulated, Replay, Live." },
        { "Market:Fetch", "Twice", "Market:Fetch is 'Twice': accepted are PerNode, Shared." },
        { "Market:Calendar", "Weekdays", "Market:Calendar is 'Weekdays': accepted are Exchange, AlwaysOpen." },
        { "Market:Vendors:Finnhub:RequestsPerMinute", "-1", "Market:Vendors:Finnhub:RequestsPerMinute is '-1': accepted are 0 to 100000." },
        { "Market:Vendors:Yahoo:ApiKey", "x", "Market:Vendors:Yahoo is not a setting." },
        { "Market:Mode", "Replay", "Market:Replay:Path is empty: in Replay it names a CSV file of prices." },
        { "Market:Replay:AtEnd", "Pause", "Market:Replay:AtEnd is 'Pause': accepted are Stop, Loop." },
        { "Market:Scenario", "storm", "Market:Scenario is 'storm': accepted are calm, extreme-gold." },
        { "Market:Seed", "lucky", "Market:Seed is 'lucky': accepted is a whole number." },
        { "Market:Seed", "9223372036854775808", "Market:Seed is '9223372036854775808': accepted is a whole number." },
        { "Assets:0:Symbol", "gold", "Assets:0:Symbol is 'gold': " },
        { "Assets:0:Symbol", "SYSTEM", "Assets:0:Symbol is 'SYSTEM': " },
        { "Assets:1:Symbol", "GOLD", "Assets:1:Symbol is 'GOLD': another entry has the same name." },
        { "Assets:1:Unit", "Ounce", "Assets:1:Unit is 'Ounce': accepted are Share, TroyOunce." },
        { "Assets:0:LowestPrice", "-1", "Assets:0:LowestPrice is '-1': accepted are " },
        { "Assets:0:HighestPrice", "0.001", "Assets:0:HighestPrice is '0.001': it must be above " },
        { "Assets:0:HighestPrice", "1e9", "Assets:0:HighestPrice is '1e9': accepted is a decimal number." },
        { "Assets:2:Symbol", "SILVER", "Assets:2:Sources is empty: SILVER needs at least one source." },
        { "Assets:0:Sources:1:Id", "gold-av-gld", "Assets:0:Sources:1:Id is 'gold-av-gld': another entry has the same name." },
        { "Assets:1:Sources:0:Id", "gold-av-gld", "Assets:1:Sources:0:Id is 'gold-av-gld': another entry has the same name." },
        { "Assets:0:Sources:0:Id", "GLD", "Assets:0:Sources:0:Id is 'GLD': " },
        { "Assets:0:Sources:0:Function", "QUOTE", "Assets:0:Sources:0: no vendor 'AlphaVantage' with the function 'QUOTE'" },
        { "Assets:0:Sources:0:Vendor", "Yahoo", "Assets:0:Sources:0: no vendor 'Yahoo' with the function 'GLOBAL_QUOTE'" },
        { "Assets:0:Sources:0:Symbol", "", "Assets:0:Sources:0:Symbol is empty" },
        { "Assets:0:Sources:1:Symbol", "XAU", "Assets:0:Sources:1:Symbol is 'XAU': an exchange rate is named by a pair" },
        { "Assets:1:Sources:0:Unit", "TroyOunce", "Assets:1:Sources:0:Unit is 'TroyOunce': it cannot be converted" },
        { "Assets:0:Sources:0:Weight", "0", "Assets:0:Sources:0:Weight is '0': accepted are " },
        { "Assets:0:Sources:0:Weight", "heavy", "Assets:0:Sources:0:Weight is 'heavy': accepted is a decimal number." },
        { "Assets:0:Sources:0:Agreement", "Loud", "Assets:0:Sources:0:Agreement is 'Loud': accepted are Body, Quote, Median." },
        { "Consensus:MedianTolerancePercent", "0", "Consensus:MedianTolerancePercent is '0': accepted are values above 0, up to 5." },
        { "Consensus:MedianTolerancePercent", "-0.5", "Consensus:MedianTolerancePercent is '-0.5': accepted are values above 0, up to 5." },
        { "Consensus:MedianTolerancePercent", "5.01", "Consensus:MedianTolerancePercent is '5.01': accepted are values above 0, up to 5." },
        { "Consensus:MedianTolerancePercent", "5", null! },
        { "Consensus:MedianTolerancePercent", "wide", "Consensus:MedianTolerancePercent is 'wide': accepted is a decimal number." },
        { "Assets:0:Sources:0:StaleAfter", "00:00:00", "Assets:0:Sources:0:StaleAfter is '00:00:00': accepted are " },
        { "Nodes:Count", "3", "Nodes:Count is '3': accepted are 4 to 31." },
        { "Nodes:Count", "32", "Nodes:Count is '32': accepted are 4 to 31." },
        { "Nodes:Count", "four", "Nodes:Count is 'four': accepted is a whole number." },
        { "Consensus:QuorumPercent", "50", "Consensus:QuorumPercent is '50': accepted are 51 to 100." },
        { "Consensus:QuorumPercent", "51", null! },
        { "Consensus:QuorumPercent", "100", "Consensus:QuorumPercent is '100': of 4 nodes it needs 4 votes; 3 to 3 are accepted" },
        { "Breaker:CoolDown", "-00:00:01", "Breaker:CoolDown is '-00:00:01': accepted are 00:00:00 to 1.00:00:00." },
        { "Breaker:CoolDown", "soon", "Breaker:CoolDown is 'soon': accepted is a time span such as 00:00:10." },
        { "Breaker:HalfOpenRounds", "0", "Breaker:HalfOpenRounds is '0': accepted are 1 to 100." },
        { "Breaker:NoDecisionRounds", "101", "Breaker:NoDecisionRounds is '101': accepted are 1 to 100." },
        { "Breaker:ApprovalsRequired", "0", "Breaker:ApprovalsRequired is '0': accepted are 1 to 2." },
        { "Breaker:ApprovalsRequired", "3", "Breaker:ApprovalsRequired is '3': accepted are 1 to 2." },
        { "Breaker:ApprovalsRequired", "both", "Breaker:ApprovalsRequired is 'both': accepted is a whole number." },
        { "Breaker:Causes:PriceJump:EnterAbove", "1001", "Breaker:Causes:PriceJump:EnterAbove is '1001': accepted are 0 to 1000." },
        { "Breaker:Causes:PriceJump:LeaveAt", "99", "Breaker:Causes:PriceJump:LeaveAt is '99': it must not be above Breaker:Causes:PriceJump:EnterAbove" },
        { "Breaker:Causes:Volatility:Mode", "Loud", "Breaker:Causes:Volatility:Mode is 'Loud': accepted are " },
        { "Breaker:Causes:Weather:Mode", "On", "Breaker:Causes:Weather is not a setting." },
        { "Breaker:Flapping:MostTransitions", "101", "Breaker:Flapping:MostTransitions is '101': accepted are 0 to 100." },
        { "Breaker:Flapping:Window", "00:00:01", "Breaker:Flapping:Window is '00:00:01': accepted are 00:01:00 to 1.00:00:00." },
        { "Alerts:AcknowledgedFor", "00:00:00", "Alerts:AcknowledgedFor is '00:00:00': accepted are 00:00:01 to 1.00:00:00." },
        { "Alerts:EscalateAfter", "00:00:00", "Alerts:EscalateAfter is '00:00:00': accepted are 00:00:01 to 1.00:00:00." },
        { "Alerts:CalmRounds", "0", "Alerts:CalmRounds is '0': accepted are 1 to 100." },
        { "Alerts:LongestSilence", "08:00:01", "Alerts:LongestSilence is '08:00:01': accepted are 00:01:00 to 08:00:00." },
        { "Rounds:Cron", "often", "Rounds:Cron is 'often': not a schedule of five or six fields." },
        { "Rounds:Cron", "0 0 30 2 *", "Rounds:Cron is '0 0 30 2 *': not a schedule" },
        { "Rounds:Cron", "*/3 * * * * *", "Rounds:GatherTimeout is '00:00:03': accepted are 00:00:00.1 up to, but not, the period" },
        { "Rounds:GatherTimeout", "00:00:05", "Rounds:GatherTimeout is '00:00:05': " },
        { "Rounds:GatherTimeout", "00:00:00.05", "Rounds:GatherTimeout is '00:00:00.0500000': " },
    };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void A_bad_setting_is_refused_by_key_and_value(string key, string value, string? expected)
    {
        using var host = new AuraHost().With(key, value);
        if (expected is null)
        {
            host.Started();
            return;
        }

        var errors = Assert.Throws<AuraSettingsException>(host.Started).Errors;

        Assert.StartsWith(expected, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quorum_that_two_values_could_both_reach_is_refused()
    {
        using var host = new AuraHost().With("Nodes:Count", "7").With("Consensus:QuorumPercent", "51");

        var error = Assert.Single(Assert.Throws<AuraSettingsException>(host.Started).Errors);

        Assert.StartsWith(
            "Consensus:QuorumPercent is '51': of 7 nodes it needs 4 votes; 5 to 5 are accepted, so that with f = 2 faulty "
            + "nodes two values never both win (N = 7, at least ⌊(N+f)/2⌋+1) and silent ones never stop a round (at most N−f).",
            error, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreement_kinds_and_their_tolerance_are_part_of_the_configuration_digest()
    {
        using var shipped = new AuraHost().Started();
        using var quote = new AuraHost().With("Assets:0:Sources:0:Agreement", "Quote").Started();
        using var median = new AuraHost().With("Assets:0:Sources:0:Agreement", "median")
            .With("Consensus:MedianTolerancePercent", "0.25").Started();

        Assert.All(
            shipped.Get<RuleSet>().Consensus.Sources, source => Assert.Equal(AgreementKind.Body, source.Agreement));
        Assert.Equal(AgreementKind.Quote, Gld(quote.Get<RuleSet>()).Agreement);
        Assert.Equal(AgreementKind.Median, Gld(median.Get<RuleSet>()).Agreement);
        Assert.Equal((0.5m, 0.25m), (Tolerance(shipped), Tolerance(median)));
        Assert.Equal(3, ((AuraHost[])[shipped, quote, median]).Select(host => host.Get<RuleSet>().ToDigest()).Distinct().Count());

        static SourceWeight Gld(RuleSet rules) => rules.Consensus.Of(SourceId.Parse("gold-av-gld"));
        static decimal Tolerance(AuraHost host) => host.Get<RuleSet>().Consensus.MedianTolerancePercent;
    }

    [Theory]
    [InlineData("18.2.2003", "2:1", "Assets:1:CorporateActions:0:Date is '18.2.2003': accepted is a day such as 2003-02-18.")]
    [InlineData("2003-02-18", "2:2", "Assets:1:CorporateActions:0:Ratio is '2:2': accepted are new shares for old ones such as 2:1")]
    [InlineData("2003-02-18", "2/1", "Assets:1:CorporateActions:0:Ratio is '2/1': accepted are new shares for old ones such as 2:1")]
    [InlineData("2003-02-18", "2:0", "Assets:1:CorporateActions:0:Ratio is '2:0': accepted are new shares for old ones such as 2:1")]
    public void A_split_that_cannot_be_read_stops_the_start(string date, string ratio, string expected)
    {
        using var host = new AuraHost()
            .With("Assets:1:CorporateActions:0:Date", date).With("Assets:1:CorporateActions:0:Ratio", ratio);

        Assert.StartsWith(
            expected, Assert.Single(Assert.Throws<AuraSettingsException>(host.Started).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_of_all_sections_are_reported_together()
    {
        using var host = new AuraHost()
            .With("Storage:Provider", "Oracle").With("Market:Mode", "Paper").With("Market:Colour", "red")
            .With("Market:Scenario", "storm").With("Nodes:Count", "three").With("Consensus:QuorumPercent", "10")
            .With("Breaker:HalfOpenRounds", "0").With("Rounds:Cron", "often");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.Equal(
            [
                "Breaker:HalfOpenRounds", "Consensus:QuorumPercent", "Market:Colour", "Market:Mode", "Market:Scenario",
                "Nodes:Count", "Rounds:Cron", "Storage:Provider",
            ],
            refused.Errors.Select(error => error.Split(' ')[0]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.StartsWith(
            "AuraDashboard does not start. 8 settings are wrong:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_settings_start_the_host_as_specified()
    {
        using var host = new AuraHost().Started();

        var rules = host.Get<RuleSet>();
        Assert.Equal(("*/5 * * * * *", 3000), (rules.Schedule.Cron, rules.Schedule.GatherTimeoutMilliseconds));
        Assert.Equal((4, 3), (rules.Quorum.Nodes, rules.Quorum.VotesNeeded));
        Assert.Equal(10_000, rules.Breaker.CoolDownMilliseconds);
        Assert.Equal(
            [
                "gold-av-gld 1", "gold-av-xau 0.8", "gold-goldapi 0.8", "gold-twelvedata 0.8", "msft-av 1",
                "msft-av-intraday 0.9",
                "msft-finnhub 0.9", "msft-twelvedata 0.9",
            ],
            rules.Consensus.Sources.Select(source => $"{source.Source} {source.Weight:0.#}"), StringComparer.Ordinal);
        Assert.Equal(3, host.Get<RoundFeed>().Current.Breakers.Length);
    }

    [Fact]
    public void One_person_resets_a_played_market_unless_the_settings_ask_for_two()
    {
        using var silent = new AuraHost().Started();
        using var strict = new AuraHost().With("Breaker:ApprovalsRequired", "2").Started();

        Assert.Equal(1, silent.Get<RuleSet>().Breaker.ApprovalsRequired);
        Assert.Equal(2, strict.Get<RuleSet>().Breaker.ApprovalsRequired);
    }

    [Fact]
    public void A_quote_is_stale_after_15_minutes_and_a_GLOBAL_QUOTE_after_one_session()
    {
        using var host = new AuraHost().Started();

        Assert.All(host.Get<RuleSet>().Market.Sources, source => Assert.Equal(
            source.Function is "GLOBAL_QUOTE" ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(15),
            TimeSpan.FromSeconds(source.StaleAfterSeconds)));
    }

    [Fact]
    public void A_name_in_another_case_is_the_same_name()
    {
        using var host = new AuraHost().With("market:SCENARIO", "extreme-gold").With("Market:Mode", "simulated").Started();

        Assert.Equal("extreme-gold", host.Get<RuleSet>().Market.Scenario);
    }
}
