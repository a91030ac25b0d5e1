using System.Text;
using Aura.Engine.Breaker;
using Xunit;

namespace Aura.Engine.Tests.Incidents;

/// <summary>
/// Incidents that cost others money, each as rounds of this engine: with the guard that should have stopped it, without
/// it, and with each guard alone. How long a wrong price went out is a number in the file, and without the guard it is
/// greater; where the guard itself was wrong, what it would have withheld is.
/// </summary>
public sealed class IncidentReplayTests(ITestOutputHelper output)
{
    public static TheoryData<string> Ids => [.. IncidentFile.Ids];

    [Fact]
    public void The_library_is_complete() => Assert.Equal(["X1", "X2", "X3", "X4", "X5", "X6", "X7"], IncidentFile.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_incident_takes_the_course_that_its_file_states_with_and_without_its_guard(string id)
    {
        var scenario = IncidentFile.Parse(id, IncidentFile.TextOf(id));
        var guarded = IncidentReplay.Run(scenario, _ => CauseMode.On);
        var unguarded = IncidentReplay.Run(scenario, _ => scenario.Without);

        output.WriteLine($"{scenario.Id} {scenario.Title}");
        output.WriteLine(
            $"wrong by more than {scenario.WrongAbovePercent} %: {guarded.WrongPublished} rounds guarded, "
            + $"{unguarded.WrongPublished} {scenario.Without}; right and withheld: {guarded.RightWithheld} guarded, "
            + $"{unguarded.RightWithheld} {scenario.Without}; counted as a shadow: {unguarded.ShadowTrips}");

        string differences = Difference("guarded", scenario.Guarded, guarded) + Difference("unguarded", scenario.Unguarded, unguarded);
        foreach (var guard in scenario.Guards)
        {
            int wrong = IncidentReplay.Run(scenario, cause => cause == guard ? CauseMode.On : scenario.Without).WrongPublished;
            output.WriteLine($"{guard} alone: {wrong} rounds wrong");
            if (wrong != scenario.Alone[guard])
                differences += $"alone: {guard}: {scenario.Alone[guard]} is expected, {wrong} came out\n";
        }

        Assert.True(differences.Length == 0, $"{scenario.Id}, {scenario.Title}\n{differences}");
        Proves(scenario);
    }

    // A scenario whose two timelines do not differ in what went out is an anecdote: it is refused here, in whatever way
    // its expectations are written.
    private static void Proves(IncidentScenario scenario)
    {
        Assert.Superset(scenario.Guards.ToHashSet(), scenario.Guarded.Rows.SelectMany(row => row.Causes).ToHashSet());
        if (scenario.Without is CauseMode.Off)
        {
            Assert.True(scenario.Unguarded.WrongPublished > scenario.Guarded.WrongPublished);
            Assert.All(scenario.Alone.Values, wrong => Assert.True(wrong < scenario.Unguarded.WrongPublished));
            return;
        }

        Assert.True(scenario.Guarded.RightWithheld > scenario.Unguarded.RightWithheld);
        Assert.True(scenario.Unguarded.ShadowTrips > 0);
        Assert.All(scenario.Unguarded.Rows, row => Assert.Equal(BreakerState.Closed, row.State));
    }

    private static string Difference(string run, IncidentTimeline expected, IncidentTimeline actual)
    {
        var text = new StringBuilder();
        Compare("wrongPublished", expected.WrongPublished, actual.WrongPublished);
        Compare("rightWithheld", expected.RightWithheld, actual.RightWithheld);
        Compare("shadowTrips", expected.ShadowTrips, actual.ShadowTrips);
        foreach (var (row, other) in expected.Rows.Zip(actual.Rows))
            if (!string.Equals($"{row}", $"{other}", StringComparison.Ordinal))
                text.Append($"{run}, expected {row}\n{run}, came out {other}\n");
        return text.ToString();

        void Compare(string what, int wanted, int found)
        {
            if (wanted != found)
                text.Append($"{run}: {what}: {wanted} is expected, {found} came out\n");
        }
    }
}
