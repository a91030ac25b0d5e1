namespace Aura.Engine.MasterLogic.Measures;

/// <summary>The last so many values in ascending order.</summary>
internal sealed class SortedWindow(int capacity)
{
    private readonly List<double> _ascending = new(capacity + 1);

    /// <summary>The k-th smallest, from 1.</summary>
    public double Lowest(int rank) => _ascending[rank - 1];

    public void Add(double value)
    {
        int at = _ascending.BinarySearch(value);
        _ascending.Insert(at < 0 ? ~at : at, value);
    }

    /// <summary>Takes one of the values that were added out again.</summary>
    public void Remove(double value) => _ascending.RemoveAt(_ascending.BinarySearch(value));
}
