namespace Aura.Engine.Market;

/// <summary>A split: for every <paramref name="Old"/> shares there are <paramref name="New"/> from a day on.</summary>
/// <param name="Date">The first trading day in New York with prices of new shares, <c>yyyy-MM-dd</c>.</param>
/// <param name="New">Shares afterwards, from 1 on.</param>
/// <param name="Old">Shares before, from 1 on.</param>
public sealed record CorporateAction(string Date, int New, int Old);
