using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Components.Layout;

/// <summary>Says on every page what is halted. Drawn again only when that changes, so that it is spoken once.</summary>
public sealed partial class HaltNotice
{
    private HaltedBreakers? _drawn;

    private protected override HaltedBreakers Read(LiveSnapshot snapshot) =>
        new([.. snapshot.Breakers.Where(breaker => breaker.State is not BreakerState.Closed)]);

    private protected override bool IsEmpty(HaltedBreakers view) => view.Halted.IsEmpty;

    protected override bool ShouldRender()
    {
        bool isNews = View != _drawn;
        _drawn = View;
        return isNews;
    }
}
