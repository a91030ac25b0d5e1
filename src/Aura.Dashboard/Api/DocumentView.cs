namespace Aura.Dashboard.Api;

/// <summary>Exact bytes under their name: SHA-256 of <paramref name="Bytes"/> is <paramref name="Digest"/>.</summary>
/// <param name="Digest">Lower-case hexadecimal.</param>
/// <param name="Bytes">Base64.</param>
internal sealed record DocumentView(string Digest, ReadOnlyMemory<byte> Bytes);
