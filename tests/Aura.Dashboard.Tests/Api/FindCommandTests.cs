using System.Net;
using Aura.Dashboard.Tests.Contracts;
using Aura.Dashboard.Tests.Storage;

namespace Aura.Dashboard.Tests.Api;

/// <summary>A lost answer is found by the id of its command, by whoever sent it.</summary>
public sealed class FindCommandTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task Every_answer_is_found_by_who_sent_the_command_and_by_nobody_else(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var rounds = database.Start();
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        using var officer = await ApiCaller.SignInAsync(rounds.Host, "compliance@aura.demo");
        await rounds.RunAsync(2);
        var (trip, again, reset) = (Command.Valid(), Command.Valid(), Command.Valid(2));
        await caller.TripAsync("GOLD", trip);
        await caller.TripAsync("GOLD", again);
        await caller.ResetAsync("GOLD", reset);
        // The answers of a second person bear no other mark than the evidence.
        var refused = Enumerable.Range(0, 25).Select(_ => Command.Valid()).ToList();
        foreach (var command in refused)
            await officer.TripAsync("MSFT", command);

        var found = await caller.ReadAsync($"breakers/commands/{trip.CommandId}");
        Assert.Equal(("Executed", "Isolated"), ((string?)found["status"], (string?)found["transition"]!["to"]));
        Approved.Matches("breakers-command", found);
        Assert.Equal("NoOp", (string?)(await caller.ReadAsync($"breakers/commands/{again.CommandId}"))["status"]);
        Assert.Equal("cooling-down", (string?)(await caller.ReadAsync($"breakers/commands/{reset.CommandId}"))["code"]);
        foreach (var command in refused)
        {
            Assert.Equal("forbidden", (string?)(await officer.ReadAsync($"breakers/commands/{command.CommandId}"))["code"]);
            Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"breakers/commands/{command.CommandId}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"breakers/commands/{trip.CommandId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"breakers/commands/{Command.NextId()}")).Status);
    }
}
