namespace Aura.Engine.Market;

/// <summary>Reads the bodies of one endpoint of one vendor. Pure and total: any bytes give a reading.</summary>
public interface IBodyParser
{
    /// <summary>The vendor's name in settings.</summary>
    string Vendor { get; }

    /// <summary>The endpoint's name in settings.</summary>
    string Function { get; }

    /// <summary>Reads a body that came with a success status.</summary>
    /// <param name="source">The source that was asked; the body must be about its symbol where it names one.</param>
    /// <param name="body">The raw bytes.</param>
    /// <param name="marketTime">The market's clock at the round, for endpoints that state only a day.</param>
    Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime);
}
