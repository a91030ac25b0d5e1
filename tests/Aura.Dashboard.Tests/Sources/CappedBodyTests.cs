using Aura.Dashboard.Sources;

namespace Aura.Dashboard.Tests.Sources;

public sealed class CappedBodyTests
{
    private const int OneRead = 8 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(CappedBody.Largest)]
    public async Task A_body_up_to_the_limit_is_read_whole(int length) => Assert.Equal(
        length, (await CappedBody.ReadAsync(new StreamContent(new CountedStream(length)), Cancelled))?.Length);

    // However long it is, no more is taken from it than the limit and one read: memory cannot grow with the answer.
    [Theory]
    [InlineData(CappedBody.Largest + 1L)]
    [InlineData(1L << 30)]
    public async Task Of_a_longer_body_no_more_is_read_than_the_limit(long length)
    {
        var stream = new CountedStream(length);

        Assert.Null(await CappedBody.ReadAsync(new StreamContent(stream), Cancelled));
        Assert.InRange(stream.Taken, CappedBody.Largest, CappedBody.Largest + OneRead);
    }

    private sealed class CountedStream(long length) : FakeStream
    {
        public long Taken { get; private set; }

        protected override int Fill(Span<byte> buffer)
        {
            int read = (int)Math.Min(buffer.Length, length - Taken);
            buffer[..read].Fill((byte)' ');
            Taken += read;
            return read;
        }
    }
}
