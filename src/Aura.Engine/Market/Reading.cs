namespace Aura.Engine.Market;

/// <summary>What a body says: a quote, or a typed refusal.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>A refusal with its reason in words.</summary>
    public static Reading Refuse(RefusalCode code, string reason) => new Refused(code, reason);

    /// <summary>The body holds a price.</summary>
    /// <param name="Quote">The price.</param>
    public sealed record Quoted(Quote Quote) : Reading;

    /// <summary>The body holds no usable price.</summary>
    /// <param name="Code">The class of refusal.</param>
    /// <param name="Reason">One sentence without keys or bodies in it.</param>
    public sealed record Refused(RefusalCode Code, string Reason) : Reading;
}
