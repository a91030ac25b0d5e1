using System.Globalization;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Dialogs;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Components;

public sealed class CommandWordsTests
{
    [Fact]
    public void Every_command_to_a_breaker_names_it()
    {
        foreach (var kind in Enum.GetValues<CommandKind>().Where(kind => !CommandDecision.ChangesNoBreaker(kind)))
            foreach (int people in (int[])[1, 2])
                Assert.Contains(
                    "GOLD", CommandWords.TitleOf(kind, Sample.Breaker("GOLD", BreakerState.Open, 2) with { ApprovalsRequired = people }),
                    StringComparison.Ordinal);
    }

    [Fact]
    public void Where_two_people_are_needed_a_reset_is_called_a_request() =>
        Assert.Equal(
            "Request reset of GOLD",
            CommandWords.TitleOf(CommandKind.Reset, Sample.Breaker("GOLD", BreakerState.Open, 2) with { ApprovalsRequired = 2 }));

    [Fact]
    public void The_servers_sentence_is_shown_word_for_word_and_to_a_reader_of_German_in_German()
    {
        var line = Previews.All().SelectMany(preview => preview.Lines)
            .First(line => line.Template.StartsWith("These prices stop", StringComparison.Ordinal));
        Assert.Equal(line.Text, CommandWords.Of(line));

        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Languages.German;
        try
        {
            Assert.StartsWith("Diese Preise gehen sofort nicht mehr hinaus: ", CommandWords.Of(line), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
