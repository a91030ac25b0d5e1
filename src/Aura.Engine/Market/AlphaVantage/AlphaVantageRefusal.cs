using System.Text.Json;

namespace Aura.Engine.Market.AlphaVantage;

/// <summary>
/// Names the refusal in a body that lacks the expected data. The vendor answers every error with HTTP 200, moves the
/// same sentence between <c>Note</c>, <c>Information</c> and <c>Error Message</c>, and the throttle text mentions the
/// daily quota and the premium plans too: the order below is therefore part of the rule.
/// </summary>
internal static class AlphaVantageRefusal
{
    private static readonly string[] Carriers = ["Error Message", "Information", "Note"];

    private static readonly (RefusalCode Code, string[] Marks, string Reason)[] Classes =
    [
        (RefusalCode.QuotaSpent, ["detected your API key", "remove all daily rate limits"],
            "The key's daily allowance is used up."),
        (RefusalCode.Throttled, ["spreading out", "per second", "call frequency", "Burst pattern"],
            "The vendor asks for slower requests."),
        (RefusalCode.Entitlement, ["premium endpoint"], "The key's plan does not include this endpoint."),
        (RefusalCode.BadKey, ["apikey is invalid or missing", "**demo** API key"], "The key is missing or wrong."),
        (RefusalCode.UnknownSymbol, ["Invalid API call", "does not exist"],
            "The vendor does not know this function or symbol."),
    ];

    public static Reading Of(JsonElement root, string expected)
    {
        foreach (string carrier in Carriers)
            if (root.Text(carrier) is { } message)
                return Classify(message);

        return root.EnumerateObject().Any()
            ? Reading.Refuse(RefusalCode.Malformed, $"The body has no member '{expected}'.")
            : Reading.Refuse(RefusalCode.Empty, "The body is an empty object.");
    }

    private static Reading Classify(string message)
    {
        foreach (var (code, marks, reason) in Classes)
            if (marks.Any(mark => message.Contains(mark, StringComparison.OrdinalIgnoreCase)))
                return Reading.Refuse(code, reason);

        return Reading.Refuse(RefusalCode.Malformed, "The vendor refused with a sentence of no known class.");
    }
}
