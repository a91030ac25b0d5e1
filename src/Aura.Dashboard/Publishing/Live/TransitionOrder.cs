using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// Puts the changes of a breaker back into the order of their versions. Decisions are made one after the other, but
/// announced outside that order: a command and the round after it race to say what they changed. Versions have no
/// gaps, so a change that comes too early waits for the one before it. Not safe for threads; the feed guards it.
/// </summary>
internal sealed class TransitionOrder
{
    /// <summary>
    /// A change is held for less than a moment, because the one before it is committed already. Still held after two
    /// more rounds it waits for something that nobody will say, and the rest must not stay unsaid with it.
    /// </summary>
    private const int LongestWaitInRounds = 2;

    private const long InitialVersion = 1;

    private readonly Dictionary<Scope, long> _announced = [];
    private readonly Dictionary<Scope, SortedDictionary<long, Held>> _held = [];

    /// <summary>What is recorded needs no announcement; the next change of the scope is the one after it.</summary>
    public void StartAfter(Scope scope, long version)
    {
        _announced[scope] = version;
        _held.Remove(scope);
    }

    /// <summary>What may be announced with this change, in order: nothing for one that is early or was announced.</summary>
    public IReadOnlyList<Transition> Admit(Transition transition)
    {
        if (transition.Version <= AnnouncedOf(transition.Scope))
            return [];

        if (!_held.TryGetValue(transition.Scope, out var waiting))
            _held[transition.Scope] = waiting = [];
        waiting.TryAdd(transition.Version, new Held(transition));
        return Release(transition.Scope, waiting);
    }

    /// <summary>A round has passed; what may be announced because it waited in vain.</summary>
    public IReadOnlyList<Transition> RoundPassed()
    {
        var released = new List<Transition>();
        foreach (var (scope, waiting) in _held)
        {
            foreach (var held in waiting.Values)
                held.Rounds++;
            if (waiting.Values.FirstOrDefault() is { Rounds: >= LongestWaitInRounds } first)
            {
                _announced[scope] = first.Transition.Version - 1;
                released.AddRange(Release(scope, waiting));
            }
        }

        return released;
    }

    private List<Transition> Release(Scope scope, SortedDictionary<long, Held> waiting)
    {
        var released = new List<Transition>();
        while (waiting.Remove(AnnouncedOf(scope) + 1, out var next))
        {
            released.Add(next.Transition);
            _announced[scope] = next.Transition.Version;
        }

        return released;
    }

    private long AnnouncedOf(Scope scope) => _announced.GetValueOrDefault(scope, InitialVersion);

    private sealed class Held(Transition transition)
    {
        public Transition Transition { get; } = transition;

        public int Rounds { get; set; }
    }
}
