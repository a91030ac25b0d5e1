using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Verification;

/// <summary>One file of a bundle as its manifest lists it.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its digest.</param>
public sealed record BundleFile(string Name, long Bytes, Digest Sha256);
