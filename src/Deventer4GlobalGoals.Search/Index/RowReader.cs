using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// A prepared query of one text parameter, and perhaps a number, that gives row numbers. A common word has tens of thousands of
/// them, so they are read from SQLite itself, without a data reader in between.
/// </summary>
internal sealed class RowReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    public RowReader(SqliteConnection connection, string sql)
    {
        _connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_connection.Handle, sql, out _statement), _connection.Handle);
    }

    /// <summary>Adds the row numbers to the list.</summary>
    public void Read(string text, List<long> rows, int? number = null)
    {
        try
        {
            raw.sqlite3_bind_text(_statement, 1, text);
            if (number is { } value)
            {
                raw.sqlite3_bind_int(_statement, 2, value);
            }

            int state;
            while ((state = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            {
                rows.Add(raw.sqlite3_column_int64(_statement, 0));
            }

            if (state != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(state, _connection.Handle);
            }
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();
}
