namespace Aura.Engine.Consensus;

/// <summary>A published conversion factor.</summary>
/// <param name="Date">The trading date, as <c>yyyy-MM-dd</c>.</param>
/// <param name="OuncesPerShare">Troy ounces of gold that one share stands for; positive.</param>
public sealed record OuncesOnDate(string Date, decimal OuncesPerShare);
