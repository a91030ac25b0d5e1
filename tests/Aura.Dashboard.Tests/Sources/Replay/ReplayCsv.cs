namespace Aura.Dashboard.Tests.Sources.Replay;

/// <summary>A file of prices in a folder of its own; the columns are those of the shipped settings.</summary>
internal sealed class ReplayCsv : IDisposable
{
    public const string Header = "date,gld_close,oz_per_share,xau_1600et,msft_close_adj";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-csv-");

    public ReplayCsv(params string[] lines)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "prices.csv");
        File.WriteAllLines(Path, lines);
    }

    public string Path { get; }

    /// <summary>Three days; the cell of GLD on the second is empty.</summary>
    public static ReplayCsv ThreeDays() => new(
        Header,
        "2006-03-20,55.17,0.0994719,554.4,21.4795",
        "2006-03-21,,0.0994709,551.3,21.3638",
        "2006-03-22,54.75,0.0994698,550.5,20.9083");

    public void Plays(AuraHost host) => host.With("Market:Mode", "Replay").With("Market:Replay:Path", Path);

    public void Dispose() => _folder.Delete(recursive: true);
}
