using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>What all pages show of the same thing, made once in each language and forgotten with the thing.</summary>
internal sealed class MadeOnce<TSubject, TMade>
    where TSubject : class
{
    private readonly ConditionalWeakTable<TSubject, ConcurrentDictionary<string, TMade>> _made = [];

    public TMade Of(TSubject subject, Func<TMade> make) =>
        _made.GetOrCreateValue(subject).GetOrAdd(Languages.Current.Name, static (_, maker) => maker(), make);
}
