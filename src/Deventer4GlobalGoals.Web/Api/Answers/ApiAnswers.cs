namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>Makes answers that may be large one at a time, so that memory stays bounded. They are kept in front of everything, like all others.</summary>
internal sealed class ApiAnswers : IDisposable
{
    private readonly SemaphoreSlim _large = new(1);

    public async Task<ApiBody> GetLargeAsync(Func<ApiBody> make, CancellationToken cancellation)
    {
        await _large.WaitAsync(cancellation);
        try
        {
            return make();
        }
        finally
        {
            _large.Release();
        }
    }

    public void Dispose() => _large.Dispose();
}
