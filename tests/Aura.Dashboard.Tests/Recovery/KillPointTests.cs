using System.Globalization;
using System.Net;
using Aura.Dashboard.Storage;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Recovery;

/// <summary>
/// The process ends by <c>kill -9</c> at a named moment of the commit, of a round's or of a command's, as it happens.
/// AURA_KILLS says how often at each; a failure names the pass.
/// </summary>
public sealed class KillPointTests(ITestOutputHelper output)
{
    private const string KillsVariable = "AURA_KILLS";
    private const int KillsOfEach = 5;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static string Executable => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Aura.KillPoints",
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Aura.KillPoints.dll"));

    [Theory]
    [InlineData("after-claim")]
    [InlineData("before-commit")]
    [InlineData("after-commit-before-answer")]
    public async Task Nothing_acknowledged_is_lost_and_the_ambiguous_command_settles_by_its_id(string moment)
    {
        int kills = int.TryParse(
            Environment.GetEnvironmentVariable(KillsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked)
            ? asked
            : KillsOfEach;
        for (int i = 0; i < kills; i++)
        {
            // Early passes are rounds and single commands, late ones lie in the middle of a lively exchange. Claims are
            // rarer than commits: one a second.
            int pass = moment is "after-claim" ? 1 + (i % 3) : 1 + (7 * i);
            await KillAndRecoverAsync($"{moment}:{pass}");
        }
    }

    private async Task KillAndRecoverAsync(string point)
    {
        var folder = Directory.CreateTempSubdirectory("aura-kill-");
        try
        {
            var sent = new List<(Command Command, string Verb, ApiAnswer? Answer)>();
            using (var dashboard = await DashboardProcess.StartAsync(
                Executable, folder.FullName, Cancelled, ("AURA_KILL_AT", point), ("Market__Scenario", "calm")))
            {
                await UseUntilItEndsAsync(new ApiCaller(dashboard.Client), sent);
                await dashboard.EndedAsync(Cancelled);
            }

            await RecoverAsync(folder.FullName, sent, point);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task UseUntilItEndsAsync(
        ApiCaller caller, List<(Command Command, string Verb, ApiAnswer? Answer)> sent)
    {
        long version = 1;
        while (true)
        {
            var command = Command.Valid(version);
            string verb = sent.Count % 2 == 0 ? "trip" : "reset";
            try
            {
                var answer = await caller.PostAsync($"breakers/MSFT/{verb}", command);
                sent.Add((command, verb, answer));
                if (answer.Status is HttpStatusCode.OK)
                    version = (long)answer.Transition["version"]!;
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                sent.Add((command, verb, null));
                return;
            }
        }
    }

    private async Task RecoverAsync(
        string folder, List<(Command Command, string Verb, ApiAnswer? Answer)> sent, string point)
    {
        // A minute later, so that the leases of the dead are over.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(1));
        using var rounds = RoundDriver.Start(
            host => host.With("Rounds:Cron", "* * * * * *").With("Rounds:GatherTimeout", "00:00:00.5").With("Breaker:CoolDown", "00:00:00"),
            folder, clock);
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        foreach (var (command, verb, before) in sent)
        {
            var first = await caller.PostAsync($"breakers/MSFT/{verb}", command);
            var second = await caller.PostAsync($"breakers/MSFT/{verb}", command);
            Assert.True(first.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{point}: {first.Status}");
            Assert.Equal(first.Body["transition"]?.ToJsonString(), second.Body["transition"]?.ToJsonString());
            if (before is not null)
                Assert.Equal(before.Body["transition"]?.ToJsonString(), first.Body["transition"]?.ToJsonString());
        }

        await rounds.RunAsync();
        var walk = await LedgerWalk.HoldsAsync(rounds.Host);
        Assert.All(
            walk.Answers.GroupBy(answer => answer.CommandId), answers => Assert.Single(answers));
        Assert.All(
            sent.Where(command => command.Answer?.Status is HttpStatusCode.OK),
            command => Assert.Contains(walk.Answers, answer => answer.CommandId == Guid.Parse(command.Command.CommandId!)));
        await using var context = await rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);
        Assert.Equal(0, await context.Slots.CountAsync(slot => slot.EndedBySequence == null, Cancelled));
        output.WriteLine(
            $"{point}: {sent.Count} commands, {walk.Rounds} rounds, {walk.Sequence} entries; "
            + $"{walk.Notices.OfType<Notice.SlotAbandoned>().Count()} slots abandoned.");
    }
}
