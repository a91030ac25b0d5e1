namespace Aura.Dashboard.Queries;

/// <summary>What the ledger lies in.</summary>
/// <param name="Kind">The product, such as SQLite.</param>
/// <param name="Product">Its version.</param>
/// <param name="Migration">The latest migration that was applied; the version of the schema.</param>
/// <param name="Migrations">How many were.</param>
internal sealed record DatabaseVersion(string Kind, string Product, string Migration, int Migrations);
