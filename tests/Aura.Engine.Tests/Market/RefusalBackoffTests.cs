using System.Globalization;
using System.Text;
using Aura.Engine.Market;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>When a vendor may be asked again; the answers arrive at 14:20:30.</summary>
public sealed class RefusalBackoffTests
{
    private static readonly DateTimeOffset Received = new(2025, 6, 5, 14, 20, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("Our limit is 1 request per second.", "14:20:32")]
    [InlineData("You have run out of API credits for the current minute.", "14:21:00")]
    [InlineData("Limit of this minute reached.", "14:21:00")]
    [InlineData("The limit is 5 calls per minute and 500 calls per day.", "14:21:30")]
    [InlineData("100 requests per hour are the limit.", "15:20:30")]
    [InlineData("All requests of the current hour are used.", "15:00:00")]
    [InlineData("Request was throttled. Expected available in 7 seconds.", "14:20:37")]
    [InlineData("Too many requests per second; wait 2 minutes.", "14:22:30")]
    [InlineData("Please retry after 1 hour.", "15:20:30")]
    public void A_body_states_when(string sentence, string next) =>
        Assert.Equal(At(next), Next(RefusalCode.Throttled, RefusalHeaders.None, Body(sentence)));

    [Fact]
    public void A_day_that_ends_tomorrow_ends_at_midnight_UTC() => Assert.Equal(
        new DateTimeOffset(2025, 6, 6, 0, 0, 0, TimeSpan.Zero),
        Next(RefusalCode.QuotaSpent, RefusalHeaders.None, Body("Your quota renews tomorrow.")));

    [Theory]
    [InlineData("Our standard limit is 25 requests per day.")]
    [InlineData("Slow down.")]
    [InlineData("")]
    public void What_states_no_time_gives_none(string sentence) =>
        Assert.Null(Next(RefusalCode.QuotaSpent, RefusalHeaders.None, Body(sentence)));

    [Theory]
    [InlineData("30", null, "14:21:00")]
    [InlineData("0", null, "14:20:30")]
    [InlineData("Thu, 05 Jun 2025 14:25:00 GMT", null, "14:25:00")]
    [InlineData("Thu, 05 Jun 2025 14:00:00 GMT", null, "14:20:30")]
    [InlineData(null, "12", "14:20:42")]
    [InlineData(null, "1749133320", "14:22:00")]
    [InlineData(null, "1749000000", "14:20:30")]
    [InlineData("5", "12", "14:20:35")]
    [InlineData("soon", "12", "14:20:42")]
    [InlineData("-5", null, "14:20:32")]
    [InlineData("1.5", null, "14:20:32")]
    public void A_header_wins_over_the_body_and_one_in_no_form_is_passed_over(string? retryAfter, string? reset, string next) =>
        Assert.Equal(
            At(next), Next(RefusalCode.Throttled, new RefusalHeaders(retryAfter, reset), Body("1 request per second.")));

    [Theory]
    [InlineData("100000", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", null)]
    [InlineData(null, "9223372036854775807")]
    [InlineData(null, "4102444800")]
    public void Nothing_switches_a_source_off_for_longer_than_a_day(string? retryAfter, string? reset) => Assert.Equal(
        Received.AddDays(1), Next(RefusalCode.QuotaSpent, new RefusalHeaders(retryAfter, reset), []));

    [Fact]
    public void A_wait_in_a_body_is_at_most_a_day_too() => Assert.Equal(
        Received.AddDays(1), Next(RefusalCode.Throttled, RefusalHeaders.None, Body("Wait 9223372036854775807 hours.")));

    [Fact]
    public void Only_refusals_for_too_many_requests_carry_a_time() => Assert.All(
        Enum.GetValues<RefusalCode>(),
        code => Assert.Equal(
            code is RefusalCode.QuotaSpent or RefusalCode.Throttled,
            Next(code, new RefusalHeaders("30", null), Body("1 request per second.")) is not null));

    [Fact]
    public void Plain_text_and_bytes_that_are_no_text_are_read_or_passed_over()
    {
        Assert.Equal(
            At("14:20:40"), Next(RefusalCode.Throttled, RefusalHeaders.None, "Too many requests, try again in 10 seconds"u8.ToArray()));
        Assert.Null(Next(RefusalCode.Throttled, RefusalHeaders.None, [0xFF, 0xFE, 0x00]));
    }

    [Fact]
    public void The_kept_refusals_state_what_they_state() => Assert.Multiple(
        () => Assert.Null(Next(RefusalCode.QuotaSpent, RefusalHeaders.None, OwnBody.Read("refused-spent.json"))),
        () => Assert.Equal(At("14:20:32"), Next(RefusalCode.Throttled, RefusalHeaders.None, OwnBody.Read("refused-fast.json"))),
        () => Assert.Equal(At("14:21:00"), Next(RefusalCode.Throttled, RefusalHeaders.None, OwnBody.Read("refused-credits.json"))));

    private static DateTimeOffset At(string time) =>
        new(DateOnly.FromDateTime(Received.DateTime), TimeOnly.Parse(time, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static DateTimeOffset? Next(RefusalCode code, RefusalHeaders headers, byte[] body) =>
        RefusalBackoff.NextAllowed(code, headers, body, Received);

    private static byte[] Body(string sentence) => Encoding.UTF8.GetBytes($$"""{"message":"{{sentence}}"}""");
}
