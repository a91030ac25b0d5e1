namespace Aura.Engine.Market;

/// <summary>
/// The class of a vendor's sentence, from its words: vendors reword refusals without notice, and a sentence nobody has
/// seen must end in the same class as its older wordings. The order is part of the rule: a request to slow down also
/// mentions daily limits and premium plans, and a spent allowance also mentions the key.
/// </summary>
internal static class RefusalSentence
{
    // A fault this many words away from the key is about something else.
    private const int NearKey = 4;

    private static readonly string[] Denials =
    [
        "premium endpoint", "t have access", "not have access", "no access", "not entitled", "t have permission",
        "not have permission", "not permitted", "not authorized to access", "not authorised to access", "not subscribed",
    ];

    private static readonly string[] Plans =
        ["plan", "plans", "tier", "premium", "paid", "subscription", "subscriber", "subscribers", "license", "licence", "entitlement"];

    private static readonly string[] OutsidePlan =
    [
        "not available", "isn t available", "unavailable", "only available", "available only", "available exclusively",
        "exclusively", "exclusive", "available starting", "available with", "not included", "isn t included",
        "not include", "doesn t include", "not in your", "not part", "not covered", "not cover", "reserved", "restricted",
    ];

    private static readonly string[] PlanNeeded = ["requires", "required", "require", "upgrade", "need"];

    private static readonly string[] Keys =
        ["apikey", "api_key", "key", "token", "credential", "credentials", "authentication", "authorization"];

    private static readonly string[] KeyFaults =
    [
        "invalid", "missing", "incorrect", "wrong", "expired", "revoked", "unknown", "required", "demo", "disabled",
        "deactivated", "failed", "unrecognized", "unrecognised", "unspecified",
    ];

    private static readonly string[] KeyFaultPairs =
    [
        "not valid", "not specified", "not recognized", "not recognised", "not found", "not provided", "not active",
    ];

    private static readonly string[] KeyRequests =
    [
        "use an api key", "provide an api key", "supply an api key", "include your api key", "without an api key",
        "no api key", "valid api key", "valid apikey", "valid key", "valid token", "unauthorized", "unauthorised",
        "unauthenticated",
    ];

    private static readonly string[] Limits =
    [
        "limit", "limits", "quota", "quotas", "credits", "credit", "allowance", "requests", "calls", "frequency",
        "exceeded", "exceed", "throttled", "throttling", "burst",
    ];

    private static readonly string[] Allowances = ["quota", "quotas", "credits", "allowance"];

    private static readonly string[] Reached = ["reached", "exceeded", "exceed", "hit", "over", "limited"];

    private static readonly string[] TooFast =
    [
        "too many", "too fast", "too frequent", "too frequently", "too quickly", "too often", "slow down", "spreading out",
        "call frequency", "burst", "burst pattern", "throttled", "throttling", "rate limit", "rate limited", "try again in",
        "retry after", "back off", "per second", "per minute",
    ];

    private static readonly string[] Unknown =
    [
        "invalid", "unknown", "not found", "not exist", "t exist", "no such", "unsupported", "not supported", "t support",
        "not recognized", "not recognised", "could not find", "couldn t find", "cannot find", "no data", "no match",
        "no matching", "missing", "incorrect", "misspelled", "misspelt", "delisted", "not available", "isn t available",
    ];

    private static readonly string[] Subjects =
    [
        "symbol", "symbols", "ticker", "tickers", "instrument", "pair", "currency", "currencies", "function", "figi", "isin",
        "security", "metal", "stock", "api call", "endpoint",
    ];

    /// <summary>The class, or <see cref="RefusalCode.None"/> when the words fit none.</summary>
    public static RefusalCode ClassOf(RefusalText text) => text switch
    {
        _ when text.Says(Denials) || (text.Says(Plans) && text.Says(OutsidePlan)) => RefusalCode.Entitlement,
        _ when BlamesKey(text) => RefusalCode.BadKey,
        _ when LimitOf(text) is var limit and not RefusalCode.None => limit,
        _ when text.Says(Plans) && text.Says(PlanNeeded) => RefusalCode.Entitlement,
        _ when text.Says("market is closed", "markets are closed", "market closed") => RefusalCode.MarketClosed,
        _ when text.Says(Subjects) && text.Says(Unknown) => RefusalCode.UnknownSymbol,
        _ => RefusalCode.None,
    };

    private static RefusalCode LimitOf(RefusalText text) => text.Window switch
    {
        RefusalWindow.Day when text.Says(Limits) => RefusalCode.QuotaSpent,
        not RefusalWindow.None when text.Says(Limits) => RefusalCode.Throttled,
        _ when text.Says(TooFast) => RefusalCode.Throttled,
        // A vendor names the key when it counts its requests of the day.
        _ when text.Says(Allowances) || text.Says("detected your api key") => RefusalCode.QuotaSpent,
        _ when text.Says("limit", "limits") && text.Says(Reached) => RefusalCode.Throttled,
        _ => RefusalCode.None,
    };

    private static bool BlamesKey(RefusalText text)
    {
        if (text.Says(KeyRequests))
            return true;

        string[] words = text.Words;
        for (int key = 0; key < words.Length; key++)
            if (Keys.Contains(words[key], StringComparer.Ordinal))
                for (int i = Math.Max(0, key - NearKey); i <= Math.Min(words.Length - 1, key + NearKey); i++)
                    if (KeyFaults.Contains(words[i], StringComparer.Ordinal)
                        || (i > 0 && KeyFaultPairs.Contains($"{words[i - 1]} {words[i]}", StringComparer.Ordinal)))
                        return true;

        return false;
    }
}
