namespace Aura.Engine.Rounds.Verification;

/// <summary>The lines of one file of a bundle, one after the other; each ends with a line feed, the last one too.</summary>
internal sealed class BundleLines(string name, Stream stream) : IDisposable
{
    private const int LongestLine = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _begin;
    private int _end;

    /// <summary>The next line without its end; null after the last one.</summary>
    /// <exception cref="FormatException">The file is damaged, the line is too long, or it does not end.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_begin + searched, _end - _begin - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                byte[] line = _buffer.AsSpan(_begin, searched + length).ToArray();
                _begin += searched + length + 1;
                return line;
            }

            searched = _end - _begin;
            MakeRoom();
            int read = BundleArchive.Next(stream, _buffer.AsSpan(_end), name);
            if (read == 0)
                return searched == 0 ? null : throw new FormatException($"The last line of {name} has no end.");
            _end += read;
        }
    }

    public void Dispose() => stream.Dispose();

    private void MakeRoom()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            (_begin, _end) = (0, _end - _begin);
        }

        if (_end < _buffer.Length)
            return;
        if (_buffer.Length >= LongestLine)
            throw new FormatException($"A line of {name} is longer than {LongestLine} bytes.");
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
