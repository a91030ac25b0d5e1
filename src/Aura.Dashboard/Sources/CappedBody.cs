namespace Aura.Dashboard.Sources;

/// <summary>Reads a body no further than any vendor's goes.</summary>
internal static class CappedBody
{
    /// <summary>In bytes, after decompression: a small answer that unfolds into a large one is a large one.</summary>
    public const int Largest = 256 * 1024;

    /// <summary>The body, or null when it is larger: reading on would only fill memory.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        byte[] buffer = new byte[8 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > Largest)
                return null;
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }
}
