namespace Aura.Dashboard.Sources.Live;

/// <summary>What a configuration asks of one key of a vendor, retries not counted: the budget stops those.</summary>
/// <param name="Vendor">The vendor's name in settings.</param>
/// <param name="Sources">How many sources it feeds.</param>
/// <param name="Askers">Who asks for each with one key: the nodes that share it, or 1 when answers are shared.</param>
/// <param name="RoundsPerMinute">Most rounds within 60 seconds.</param>
/// <param name="RoundsPerDay">Most rounds within a UTC day.</param>
internal sealed record QuotaDemand(string Vendor, int Sources, int Askers, int RoundsPerMinute, int RoundsPerDay)
{
    public long CallsPerRound => (long)Sources * Askers;

    public long CallsPerMinute => CallsPerRound * RoundsPerMinute;

    public long CallsPerDay => CallsPerRound * RoundsPerDay;
}
