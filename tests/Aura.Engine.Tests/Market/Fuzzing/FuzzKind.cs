namespace Aura.Engine.Tests.Market.Fuzzing;

/// <summary>The shape of a value.</summary>
internal enum FuzzKind
{
    /// <summary>A number, a text, a word, or nonsense.</summary>
    Leaf,

    /// <summary>Named members.</summary>
    Object,

    /// <summary>Items in order.</summary>
    List,
}
