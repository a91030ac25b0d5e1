// Types that break each rule about shapes. They prove that the rules can fail; nothing else uses them.
#pragma warning disable IDE0130, MA0048, CA1051, CA1819, CA1002, CA2227, CA1822, MA0016, MA0069, CA2211, CA1024
namespace Aura.Engine.Tests.Architecture.CanaryShapes;

public class Open
{
    public int Kept { get; init; }
}

public sealed class Assignable
{
    public int Field;

    public int Setter { get; set; }

    public int Kept { get; private set; }
}

public sealed class Mutable(byte[] taken)
{
    public byte[] ByArray { get; } = taken;

    public IDictionary<string, int> ByInterface { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public IReadOnlyList<int> Kept { get; } = [];

    public List<int> ByList() => [];

    public Task<IList<int>> ByTask() => Task.FromResult<IList<int>>([]);

    public byte[] ToBytes() => [1];

    public void Take(HashSet<int> seen) => seen.Clear();
}
