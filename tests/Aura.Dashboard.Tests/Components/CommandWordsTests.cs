using Aura.Dashboard.Components.Dialogs;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Components;

public sealed class CommandWordsTests
{
    [Fact]
    public void Every_command_in_every_state_that_offers_it_says_what_it_will_do()
    {
        foreach (var state in Enum.GetValues<BreakerState>())
        {
            foreach (var kind in Enum.GetValues<CommandKind>())
            {
                foreach (int people in (int[])[1, 2])
                {
                    var breaker = Sample.Breaker("GOLD", state, 2) with { ApprovalsRequired = people };
                    Assert.NotEmpty(CommandWords.EffectsOf(kind, breaker));
                    Assert.EndsWith("GOLD", CommandWords.TitleOf(kind, breaker), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Where_two_people_are_needed_a_reset_is_called_a_request()
    {
        var breaker = Sample.Breaker("GOLD", BreakerState.Open, 2) with { ApprovalsRequired = 2 };

        Assert.Equal("Request reset of GOLD", CommandWords.TitleOf(CommandKind.Reset, breaker));
        Assert.Contains(
            "Nothing changes yet: a compliance officer other than you must approve within 15 minutes.",
            CommandWords.EffectsOf(CommandKind.Reset, breaker));
    }

    [Fact]
    public void An_approval_promises_what_a_reset_by_one_person_promises()
    {
        var breaker = Sample.Breaker("GOLD", BreakerState.Isolated, 2);

        Assert.Equal(
            CommandWords.EffectsOf(CommandKind.Reset, breaker),
            CommandWords.EffectsOf(CommandKind.Approve, breaker with { ApprovalsRequired = 2 }));
    }
}
