namespace Deventer4GlobalGoals.Web.Hosting.Kept;

/// <summary>
/// Holds an answer's body back until it is whole, so that headers can still be set by what it became. One that grows too large is sent on as
/// it comes.
/// </summary>
internal sealed class HeldBody(Stream client, int most, Func<bool> isWanted) : Stream
{
    private readonly MemoryStream _held = new();
    private bool _isWanted = true;

    /// <summary>It was too large: what came is sent already.</summary>
    public bool HasPassed { get; private set; }

    public override bool CanRead => false;

    /// <summary>Whoever answers an exception starts the body again.</summary>
    public override bool CanSeek => !HasPassed;

    public override bool CanWrite => true;

    public override long Length => _held.Length;

    public override long Position
    {
        get => _held.Position;
        set => _held.Position = value;
    }

    public byte[] ToArray() => _held.ToArray();

    /// <summary>Nothing leaves before the end; those who write in small pieces flush after each.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => HasPassed && _isWanted ? client.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => _held.Seek(offset, origin);

    public override void SetLength(long value) => _held.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!HasPassed && _held.Length + buffer.Length <= most)
        {
            _held.Write(buffer.Span);
            return;
        }

        if (!HasPassed)
        {
            HasPassed = true;
            _isWanted = isWanted();
            if (_isWanted)
            {
                await client.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellationToken);
            }

            _held.SetLength(0);
            _held.Capacity = 0;
        }

        if (_isWanted)
        {
            await client.WriteAsync(buffer, cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _held.Dispose();
        }

        base.Dispose(disposing);
    }
}
