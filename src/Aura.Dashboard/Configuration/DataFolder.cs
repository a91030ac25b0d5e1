namespace Aura.Dashboard.Configuration;

/// <summary>Where files that belong to the database lie unless a setting says otherwise: beside it, if it is a file.</summary>
/// <param name="Path">Absolute.</param>
internal sealed record DataFolder(string Path);
