using System.Diagnostics;
using System.Text.Json;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>Numbers exactly as the engine computed them, and units and codes as they are spelled elsewhere.</summary>
internal static class Wording
{
    public static string Number(decimal? value) => value is { } number ? DecimalText.Of(number) : "–";

    public static string Unit(PriceUnit unit) => unit switch
    {
        PriceUnit.Share => "USD per share",
        PriceUnit.TroyOunce => "USD per troy ounce",
        _ => throw new UnreachableException(),
    };

    /// <summary>The code's stable word, the one that the report itself holds.</summary>
    public static string Code(RefusalCode code) =>
        JsonSerializer.SerializeToElement(code, PublishingJson.Default.RefusalCode).GetString() ?? code.ToString();
}
