using System.Collections.Concurrent;
using System.Data.Common;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>
/// Writes down what is done for a request that wants it: the commands to the site's own tables, and each password that is looked at. Two answers for which
/// the same is done take as long, whatever the machine is busy with.
/// </summary>
public sealed class SqlWatch : DbCommandInterceptor
{
    private const string Header = "X-Watched";

    private static readonly HttpContextAccessor Http = new();

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _done = new(StringComparer.Ordinal);

    public void Add(IServiceCollection services) => services
        .ConfigureDbContext<SqliteSiteDb>(options => options.AddInterceptors(this))
        .AddScoped<IPasswordHasher<Account>>(_ => new WatchedHasher(this));

    /// <summary>Sends it, and answers what was done meanwhile, a line each.</summary>
    public async Task<(string Answer, string Done)> SeeAsync(Person person, HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = Guid.NewGuid().ToString("N");
        request.Headers.Add(Header, name);
        var answer = await person.ExactAsync(request);
        return (answer, string.Join('\n', _done.TryRemove(name, out var done) ? done : []));
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Noted(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Noted(command, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Noted(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Noted(command, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Noted(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Noted(command, result));

    private TResult Noted<TResult>(DbCommand command, TResult result)
    {
        Note(command.CommandText);
        return result;
    }

    private void Note(string what)
    {
        if (Http.HttpContext?.Request.Headers[Header].ToString() is { Length: > 0 } name)
        {
            _done.GetOrAdd(name, _ => new ConcurrentQueue<string>()).Enqueue(what);
        }
    }

    private sealed class WatchedHasher(SqlWatch watch) : PasswordHasher<Account>
    {
        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            watch.Note("password");
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
