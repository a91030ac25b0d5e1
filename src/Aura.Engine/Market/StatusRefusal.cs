namespace Aura.Engine.Market;

/// <summary>
/// Classes an answer with an error status. The vendor's own words say more than the number: one and the same 429 stands
/// for a minute and for a day. A price under an error status is none.
/// </summary>
public static class StatusRefusal
{
    /// <summary>The class of an answer.</summary>
    /// <param name="source">Who was asked.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body that came with it.</param>
    /// <param name="marketTime">The market's clock at the round.</param>
    /// <returns><see cref="RefusalCode.None"/> for a success, whose body is judged like any other.</returns>
    public static RefusalCode ClassOf(SourceRule source, int status, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        status is >= 200 and < 300 ? RefusalCode.None
        : BodyParsers.Read(source, body, marketTime) is Reading.Refused { Code: var said } && IsOwnWord(said) ? said
        : status switch
        {
            401 => RefusalCode.BadKey,
            402 or 403 => RefusalCode.Entitlement,
            429 => RefusalCode.Throttled,
            _ => RefusalCode.Transport,
        };

    // Everything else a parser says is about a price, and under an error status there was none to expect.
    private static bool IsOwnWord(RefusalCode code) => code is RefusalCode.QuotaSpent or RefusalCode.Throttled
        or RefusalCode.Entitlement or RefusalCode.BadKey or RefusalCode.UnknownSymbol or RefusalCode.MarketClosed;
}
