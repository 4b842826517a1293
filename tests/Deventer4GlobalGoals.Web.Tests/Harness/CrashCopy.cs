using System.Diagnostics;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>
/// What a process leaves that ends just before certain mail is committed: at that moment the database is copied, with all that was committed before. Made
/// before the site starts.
/// </summary>
internal sealed class CrashCopy : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-crash-").FullName;
    private readonly Func<MailRow, bool> _isMeant;
    private readonly List<IDisposable> _listening = [];

    /// <param name="isMeant">Before which mail it ends.</param>
    public CrashCopy(Func<MailRow, bool> isMeant)
    {
        _isMeant = isMeant;
        _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The copy, once that mail was about to be committed.</summary>
    public string Database => Path.Combine(_folder, "site.db");

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _listening.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.TransactionCommitting.Name || File.Exists(Database) || value.Value is not TransactionEventData { Context: SiteDb db }
            || !db.ChangeTracker.Entries<MailRow>().Any(entry => _isMeant(entry.Entity)))
        {
            return;
        }

        // Another connection sees what is committed, and no more.
        using var source = new SqliteConnection(db.Database.GetConnectionString());
        source.Open();
        using var copy = source.CreateCommand();
        copy.CommandText = "VACUUM INTO $file";
        copy.Parameters.AddWithValue("$file", Database);
        copy.ExecuteNonQuery();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _listening.ForEach(one => one.Dispose());
        Directory.Delete(_folder, recursive: true);
    }
}
