using Aura.Engine.Canon;
using Xunit;

namespace Aura.Engine.Tests.Architecture;

/// <summary>R6: what a type of the engine may look like from outside.</summary>
public sealed class ShapeTests
{
    private static readonly PublicShape Engine = new(typeof(Digest).Assembly, "Aura.Engine");

    private static readonly PublicShape Canary =
        new(typeof(ShapeTests).Assembly, "Aura.Engine.Tests.Architecture.CanaryShapes");

    [Fact]
    public void Every_type_is_sealed_abstract_or_static() => Assert.Empty(Engine.Open());

    [Fact]
    public void Nothing_has_a_public_setter_and_no_field_can_be_assigned() => Assert.Empty(Engine.Assignable());

    [Fact]
    public void No_public_signature_shows_a_collection_that_can_be_changed() => Assert.Empty(Engine.MutableCollections());

    [Fact]
    public void The_rules_look_at_the_whole_engine() => Assert.True(Engine.Count > 100);

    [Fact]
    public void The_rules_can_fail()
    {
        Assert.Equal(["Open"], Canary.Open());
        Assert.Equal(["Assignable.Field", "Assignable.Setter"], Canary.Assignable());
        Assert.Equal(
            [
                "Mutable.#ctor(Byte[])", "Mutable.ByArray", "Mutable.ByInterface", "Mutable.ByList()",
                "Mutable.ByTask()", "Mutable.Take(HashSet`1)",
            ],
            Canary.MutableCollections());
    }
}
