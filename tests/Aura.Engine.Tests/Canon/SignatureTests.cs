using Aura.Engine.Canon;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Canon;

public sealed class SignatureTests
{
    [Theory]
    // RFC 8032 §7.1, tests 1 to 3.
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Published_signatures_verify(string key, string message, string signature) =>
        Assert.True(Signature.Parse(signature).IsBy(PublicKey.Parse(key), Convert.FromHexString(message)));

    [Fact]
    public void Another_message_key_or_signature_does_not_verify()
    {
        var node = new NodeId(1);
        var signature = NodeKeys.Standard.Sign(node, "price"u8);
        var key = NodeKeys.Standard.PublicKeyOf(node);

        Assert.True(signature.IsBy(key, "price"u8));
        Assert.False(signature.IsBy(key, "prices"u8));
        Assert.False(signature.IsBy(NodeKeys.Standard.PublicKeyOf(new NodeId(2)), "price"u8));
        Assert.False(NodeKeys.Standard.Sign(node, "other"u8).IsBy(key, "price"u8));
    }

    [Fact]
    public void Keys_and_signatures_that_are_no_curve_points_do_not_verify_and_do_not_throw()
    {
        var signature = Signature.Parse(new string('f', 128));

        Assert.False(signature.IsBy(NodeKeys.Standard.PublicKeyOf(new NodeId(1)), "price"u8));
        Assert.False(signature.IsBy(PublicKey.Parse(new string('f', 64)), "price"u8));
        Assert.False(signature.IsBy(PublicKey.Parse(new string('0', 64)), "price"u8));
    }
}
