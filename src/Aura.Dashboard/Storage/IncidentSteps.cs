using Aura.Engine.Rounds;

namespace Aura.Dashboard.Storage;

/// <summary>Keeps what a decision changed about incidents: the engine hands on only those that last.</summary>
internal static class IncidentSteps
{
    private const string InsertSql = """
        INSERT INTO "IncidentSteps" ("Number", "Sequence", "Place", "Step", "AtTicks", "Bytes")
        VALUES (@number, @sequence, @place, @step, @at, @bytes)
        """;

    public static async Task WriteAsync(Statements statements, Commit commit)
    {
        var entry = commit.Entry.Entry;
        foreach (var (place, change) in commit.AlertChanges.Index())
            await statements.ExecuteAsync(
                InsertSql,
                ("number", change.Incident.Number), ("sequence", entry.Sequence), ("place", place),
                ("step", change.Step.ToString()), ("at", entry.At.UtcTicks), ("bytes", change.Incident.ToBytes()));
    }
}
