namespace Aura.Dashboard.Configuration;

/// <summary>Who asks a live vendor.</summary>
internal enum FetchSharing
{
    /// <summary>Every node asks for itself.</summary>
    PerNode,

    /// <summary>One request a source and round, whose answer all nodes read: it saves quota and costs independence.</summary>
    Shared,
}
