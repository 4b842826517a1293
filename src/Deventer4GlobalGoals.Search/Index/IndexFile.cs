using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>The tables of an index file, and whether a file that lies there is one of ours.</summary>
internal static class IndexFile
{
    // "D4GG" in letters.
    private const int ApplicationId = 0x44344747;

    // Raise it when the tables, the analysis of words or a word list changes: older files are then rebuilt.
    private const int Format = 2;

    private const string PagesAtOnce = "16";

    private const int NotADatabase = 26;
    private const int Corrupt = 11;

    private const string Tables = """
        create table about (key text primary key, value text not null) without rowid;
        create table partition (number integer primary key, culture text not null, language text not null, unique (culture, language));
        create table document (
            number integer primary key, id text not null, culture text not null, partition integer not null, day integer not null, lengths integer not null,
            title text not null, summary text not null, tags text not null, body text not null, stored text not null, unique (id, culture));
        create table field (number integer primary key, name text not null unique);
        create table value (number integer primary key, field integer not null references field, text text not null, unique (field, text));
        create table "column" (document integer not null, value integer not null, main integer not null, primary key (document, value)) without rowid;
        create virtual table posting using fts5 (term, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '._'");
        create virtual table phrase using fts5 (title, summary, tags, body, content='', contentless_delete=1, tokenize="ascii tokenchars '.'");
        """;

    /// <summary>Makes an empty file. Until it is opened again nothing is safe on disk: a file that isn't finished is thrown away.</summary>
    public static SqliteConnection Create(string path, SearchSchema schema)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"pragma page_size=8192; pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-64000; pragma application_id={ApplicationId}; pragma user_version={Format};"));
        connection.Run(Tables + WordCounts.Tables);
        for (var number = 0; number < schema.Fields.Count; number++)
        {
            connection.Run("insert into field values ($number, $name)", ("$number", number), ("$name", schema.Fields[number].Name));
        }

        connection.Run("insert into about values ('schema', $schema)", ("$schema", Fingerprint(schema)));
        return connection;
    }

    /// <summary>Lets FTS5 gather more in memory before it writes, and not tidy up in between.</summary>
    public static void PrepareForMany(SqliteConnection connection) => connection.Run("""
        insert into posting (posting, rank) values ('hashsize', 33554432), ('automerge', 0);
        insert into phrase (phrase, rank) values ('hashsize', 33554432), ('automerge', 0);
        """);

    /// <summary>Makes one piece of what FTS5 wrote. From then on it is tidied by <see cref="MergeSome"/> only.</summary>
    public static void FinishMany(SqliteConnection connection) => connection.Run("""
        insert into posting (posting) values ('optimize');
        insert into phrase (phrase) values ('optimize');
        insert into posting (posting, rank) values ('hashsize', 1048576);
        insert into phrase (phrase, rank) values ('hashsize', 1048576);
        """);

    public static SqliteConnection Open(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWrite);
        connection.Run("pragma journal_mode=wal; pragma synchronous=normal; pragma wal_autocheckpoint=0; pragma cache_size=-16000; pragma mmap_size=268435456;");
        return connection;
    }

    /// <summary>Takes pieces of FTS5 together, a few pages of them: searching is quicker over fewer pieces.</summary>
    /// <returns>Whether there may be more to do.</returns>
    public static bool MergeSome(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var before = connection.Number("select total_changes()");
        connection.Run($"""
            insert into posting (posting, rank) values ('merge', {PagesAtOnce});
            insert into phrase (phrase, rank) values ('merge', {PagesAtOnce});
            """);
        var changes = connection.Number("select total_changes()") - before;
        transaction.Commit();

        // Each of the two inserts counts as a change itself.
        return changes > 2;
    }

    /// <summary>Moves what was written from the log beside the file into the file, as far as nobody stands in the way.</summary>
    public static void Checkpoint(SqliteConnection connection) => connection.Run("pragma wal_checkpoint(passive)");

    /// <summary>Writes what a file holds at this moment to another one, also while somebody changes it.</summary>
    public static void CopyTo(string path, string copy)
    {
        using var connection = Connect(path, SqliteOpenMode.ReadWrite);
        connection.Run("vacuum into $copy", ("$copy", copy));
    }

    /// <returns>Why the file can't be used, in a sentence, or null when it can.</returns>
    public static string? WhatIsWrong(string path, SearchSchema schema)
    {
        try
        {
            using var connection = Connect(path, SqliteOpenMode.ReadWrite);
            if (connection.Number("pragma application_id") != ApplicationId)
            {
                return "it is foreign: another program made it";
            }

            if (connection.Number("pragma user_version") != Format)
            {
                return "it is outdated: another version of this program made it";
            }

            if (!IsSound(connection))
            {
                return "it is damaged: SQLite's check finds faults";
            }

            return connection.Text("select value from about where key = 'schema'") == Fingerprint(schema)
                ? null
                : "it is outdated: the fields of the index have changed";
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            return exception.SqliteErrorCode == NotADatabase ? "it is foreign or damaged: it is no SQLite file" : Damaged(exception);
        }
    }

    public static string Damaged(SqliteException exception) => "it is damaged: " + exception.Message;

    /// <returns>Whether the file itself is at fault, not the moment (locked, full, no rights).</returns>
    public static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is NotADatabase or Corrupt || (exception.SqliteErrorCode == 1 && exception.Message.Contains("no such table", StringComparison.Ordinal));

    /// <summary>Removes a file with what SQLite puts beside it.</summary>
    public static void Delete(string path)
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm", path + "-journal"])
        {
            File.Delete(file);
        }
    }

    // Table by table: of the FTS5 tables those that store, because checking their contents takes a second per ten thousand documents.
    // What is wrong inside them shows when they are searched.
    private static bool IsSound(SqliteConnection connection)
    {
        var tables = new List<string>();
        using (var command = connection.Prepared("select name from sqlite_schema where type = 'table' and sql not like 'create virtual table%'"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        return tables.Count > 0 && tables.TrueForAll(table => connection.Text($"pragma quick_check(\"{table}\")") == "ok");
    }

    private static string Fingerprint(SearchSchema schema) =>
        string.Join(' ', schema.Fields.Select(field => $"{field.Name}:{field.Kind}:{field.CodePrefix}"));

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
