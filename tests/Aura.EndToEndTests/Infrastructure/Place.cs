namespace Aura.EndToEndTests.Infrastructure;

/// <summary>A page that a person can be at.</summary>
/// <param name="Name">Names its pictures.</param>
/// <param name="Address">Below the root.</param>
/// <param name="Heading">What its <c>h1</c> says; a page that is not found says something else.</param>
internal sealed record Place(string Name, string Address, string Heading);
