using System.Net;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Tests.Contracts;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Api;

/// <summary>Where step-up is configured, what lets prices out again needs the password once more.</summary>
public sealed class StepUpTests : IAsyncLifetime
{
    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Operators:StepUp", "true").With("Breaker:ApprovalsRequired", "2"));
    private ApiCaller _operator = null!;
    private ApiCaller _officer = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _rounds.RunAsync(2);
        _operator = await ApiCaller.SignInAsync(_rounds.Host);
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
    }

    public ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _officer.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_trip_with_a_fresh_token_needs_no_password()
    {
        Assert.Equal(HttpStatusCode.OK, (await _operator.TripAsync("GOLD", Command.Valid())).Status);
    }

    [Fact]
    public async Task Reset_approval_and_decline_need_the_password_and_every_refusal_is_recorded()
    {
        await _operator.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));

        var without = await _operator.ResetAsync("GOLD", Command.Valid(2));
        var wrong = await _operator.ResetAsync("GOLD", Command.Valid(2) with { Password = "not-it" });
        var asked = await _operator.ResetAsync("GOLD", Command.Valid(2) with { Password = DemoAccounts.Password });
        string path = $"breakers/GOLD/requests/{(string)asked.Body["requestId"]!}";
        var declined = await _officer.PostAsync($"{path}/decline", Command.Valid(2));
        var refused = await _officer.PostAsync($"{path}/approve", Command.Valid(2));
        var approved = await _officer.PostAsync($"{path}/approve", Command.Valid(2) with { Password = DemoAccounts.Password });

        foreach (var answer in (ApiAnswer[])[without, wrong, declined, refused])
            Assert.Equal((HttpStatusCode.Forbidden, "step-up-required"), (answer.Status, answer.Code));
        Approved.Matches("breakers-step-up-required", without.Body);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (asked.Status, approved.Status));
        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal(4, walk.Answers.Count(answer => answer.Status is CommandStatus.Refused));
        Assert.Equal(4, walk.Commands.Count(command => command.Objection is CommandObjection.StepUpRequired));
    }

    [Fact]
    public async Task The_right_password_after_five_wrong_ones_is_refused_while_the_account_is_locked()
    {
        await _operator.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        for (int i = 0; i < 5; i++)
            await _operator.ResetAsync("GOLD", Command.Valid(2) with { Password = "not-it" });

        var locked = await _operator.ResetAsync("GOLD", Command.Valid(2) with { Password = DemoAccounts.Password });
        var trip = await _operator.TripAsync("MSFT", Command.Valid());

        Assert.Equal("step-up-required", locked.Code);
        // Nobody who types wrong passwords takes the trip button from an operator.
        Assert.Equal(HttpStatusCode.OK, trip.Status);
    }

    [Fact]
    public async Task Reading_the_roles_again_does_not_make_an_old_sign_in_fresh()
    {
        await using var scope = _rounds.Host.Services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>();
        var old = await manager.CreateUserPrincipalAsync((await manager.UserManager.FindByEmailAsync(ApiCaller.Operator))!);
        var at = AuraClaims.SignedInAt(old);
        _rounds.Clock.Advance(TimeSpan.FromMinutes(16));
        await _rounds.Host.WithUsersAsync(async users =>
            await users.AddToRoleAsync((await users.FindByEmailAsync(ApiCaller.Operator))!, AuraRoles.Auditor));

        var renewed = await _rounds.Host.Get<SignInRecheck>().RecheckAsync(old, Cancelled);

        Assert.NotSame(old, renewed);
        Assert.NotNull(at);
        Assert.Equal(at, AuraClaims.SignedInAt(renewed!));
    }

    [Fact]
    public async Task A_trip_with_a_sign_in_older_than_fifteen_minutes_needs_the_password_too()
    {
        await using var scope = _rounds.Host.Services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>();
        var person = await manager.CreateUserPrincipalAsync((await manager.UserManager.FindByEmailAsync(ApiCaller.Operator))!);
        var stepUp = _rounds.Host.Get<StepUp>();

        _rounds.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False(stepUp.NeedsPassword(CommandKind.Trip, person));
        Assert.True(stepUp.NeedsPassword(CommandKind.Reset, person));
        _rounds.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(stepUp.NeedsPassword(CommandKind.Trip, person));
        Assert.False(await stepUp.IsProvedAsync(CommandKind.Trip, person, null));
        Assert.False(await stepUp.IsProvedAsync(CommandKind.Trip, person, "not-it"));
        Assert.True(await stepUp.IsProvedAsync(CommandKind.Trip, person, DemoAccounts.Password));
    }

    [Fact]
    public async Task Without_the_setting_nobody_is_asked()
    {
        using var rounds = RoundDriver.Start();
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        await caller.TripAsync("GOLD", Command.Valid());
        rounds.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.OK, (await caller.ResetAsync("GOLD", Command.Valid(2))).Status);
    }

    [Fact]
    public void A_value_that_is_neither_true_nor_false_stops_the_start()
    {
        using var host = new AuraHost().With("Operators:StepUp", "sometimes");

        var refused = Assert.Throws<Aura.Dashboard.Configuration.AuraSettingsException>(host.Started);

        Assert.Equal(["Operators:StepUp is 'sometimes': accepted are true and false."], refused.Errors);
    }
}
