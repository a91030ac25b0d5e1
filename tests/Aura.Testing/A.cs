namespace Aura.Testing;

/// <summary>
/// Where every arrangement starts: a valid thing, of which a test breaks exactly one part. Builders are immutable, so
/// one may stand in a field and be varied by every test of a class.
/// </summary>
public static class A
{
    /// <summary>The standard rule set: four nodes, GOLD from four sources, MSFT from three, the specification's numbers.</summary>
    public static RuleSetBuilder RuleSet() => new();

    /// <summary>A calm round: every node saw the same body of every source.</summary>
    public static RoundBuilder Round() => new();

    /// <summary>The state before the first decision.</summary>
    public static StateBuilder State() => new();

    /// <summary>An operator's trip of SYSTEM.</summary>
    public static CommandBuilder Command() => new();
}
