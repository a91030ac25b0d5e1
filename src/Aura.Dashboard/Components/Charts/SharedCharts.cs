using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>
/// Models and updates that many pages need at the same moment, each made once. Nothing here outlives the pages that draw
/// it: every entry goes with the list or the model it was made of.
/// </summary>
internal static class SharedCharts
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(ChartRequest, string), ChartModel>> Models = [];
    private static readonly ConditionalWeakTable<ChartModel, ConditionalWeakTable<ChartModel, ChartUpdate>> Updates = [];

    public static ChartModel ModelOf(ChartRequest request) =>
        Models.GetOrCreateValue(request.Series).GetOrAdd((request, Languages.Current.Name), asked => ChartModel.Of(asked.Item1));

    /// <param name="drawn">What the browser draws; null when that is not known.</param>
    /// <param name="wanted">What it shall draw.</param>
    public static ChartUpdate UpdateOf(ChartModel? drawn, ChartModel wanted) =>
        Updates.GetOrCreateValue(drawn ?? wanted).GetValue(wanted, made => ChartUpdate.Between(drawn, made));
}
