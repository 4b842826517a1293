using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Counts the commands that reach the database.</summary>
public sealed class DbCommandCounter : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }
}

/// <summary>A host whose content lies in one folder.</summary>
public sealed class TestHosting(string folder) : IHostingEnvironment
{
    public string SiteName => "Test";

    public string ApplicationId => "Test";

    public string ApplicationPhysicalPath => folder;

    public string LocalTempPath => Path.Combine(folder, "temp");

    public string ApplicationVirtualPath => "/";

    public bool IsDebugMode => false;

    public bool IsHosted => true;

    public Uri ApplicationMainUrl { get; } = new("http://localhost/");

    public string MapPathWebRoot(string path) => Map(path);

    public string MapPathContentRoot(string path) => Map(path);

    public string ToAbsolute(string virtualPath) => virtualPath.TrimStart('~');

    public void EnsureApplicationMainUrl(Uri? currentApplicationUrl)
    {
        // The address of the test host is fixed.
    }

    private string Map(string path) => Path.Combine(folder, path.TrimStart('~').TrimStart('/'));
}
