using System.Collections.Concurrent;
using Aura.Engine.Canon;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Engine.Rounds;

/// <summary>
/// Which rule set decides: that of the settings, or the one that two people made of it by other thresholds. The state
/// says which, so that every process with the same settings, and a re-decision years later, comes to the same.
/// </summary>
public sealed class RulesInForce
{
    private readonly ConcurrentDictionary<Digest, RuleSet> _known = new();
    private volatile RuleSet _current;

    /// <param name="settings">The rule set of the settings.</param>
    public RulesInForce(RuleSet settings)
    {
        Settings = settings;
        _current = settings;
        _known[settings.ToDigest()] = settings;
    }

    /// <summary>The rule set of the settings.</summary>
    public RuleSet Settings { get; }

    /// <summary>The rule set in force as this process last saw it: what pages show.</summary>
    public RuleSet Current => _current;

    /// <summary>The rule set that decides from a state on.</summary>
    public RuleSet Of(EngineState state) =>
        state.Thresholds?.Approved is { } approved && approved.Result == state.Configuration ? Made(approved) : Settings;

    /// <summary>The rule set that is to decide the next round: <see cref="Of"/>, or what was approved since.</summary>
    public RuleSet Due(EngineState state) =>
        state.Thresholds?.Approved is { } approved ? Made(approved) : Settings;

    /// <summary>Whether rules of this process are in force and others, approved since, are to take their place.</summary>
    public bool AreDue(EngineState state) =>
        Of(state) is var inForce && state.Follows(inForce.ToDigest()) && Due(state).ToDigest() != inForce.ToDigest();

    /// <summary>
    /// The rule set of a digest if it is that of the settings, or one that people made of it while this process ran; rounds
    /// under those are about the same assets. Null for any other.
    /// </summary>
    public RuleSet? Find(Digest configuration) => _known.GetValueOrDefault(configuration);

    /// <summary>Remembers what a state says.</summary>
    public void Follow(EngineState state)
    {
        _current = Of(state);
        _known.TryAdd(_current.ToDigest(), _current);
    }

    // The digest is kept with the instance, and every load asks for it.
    private RuleSet Made(ApprovedThresholds approved) =>
        approved.Settings != Settings.ToDigest() ? Settings
        : Find(approved.Result) ?? approved.Thresholds.In(Settings);
}
