using System.Net;
using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>
/// The files of thirty rounds with a trip, a reset and a restart, as they lie on a disk after the host has stopped. Made once
/// for all tests of a class, which damage copies.
/// </summary>
public sealed class RecordedDatabase : IAsyncLifetime
{
    private const int Rounds = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-");

    internal Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock { get; } = new(RoundDriver.FirstMoment);

    internal byte[] Bytes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using (var rounds = Start())
        {
            using var caller = await ApiCaller.SignInAsync(rounds.Host);
            await rounds.RunAsync(Rounds);
            Assert.Equal(HttpStatusCode.OK, (await caller.TripAsync("GOLD", Command.Valid())).Status);
            await rounds.RunAsync(Rounds);
            long version = (await caller.BreakerAsync("GOLD")).Version;
            Assert.Equal(HttpStatusCode.OK, (await caller.ResetAsync("GOLD", Command.Valid(version))).Status);
        }

        // The start keeps the state that it found, so a stored state is among what can be damaged.
        using (var rounds = Start())
        {
            await rounds.RunAsync(Rounds);
            var head = await rounds.Host.Get<ILedgerArchive>().HeadAsync(CancellationToken.None);
            Assert.NotNull(await rounds.Host.Get<ICheckpoints>().CoverAsync(head!.Sequence, CancellationToken.None));
        }

        Assert.Empty(_folder.GetFiles("aura.db-*"));
        Bytes = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "aura.db"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Copies what the host keeps beside the database.</summary>
    internal void CopyStateTo(string folder)
    {
        foreach (var file in _folder.GetFiles("ledger-*"))
            file.CopyTo(Path.Combine(folder, file.Name));
    }

    private RoundDriver Start() => RoundDriver.Start(folder: _folder.FullName, clock: Clock);
}
