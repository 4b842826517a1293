using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>Reads from a file what is kept of it in memory.</summary>
internal static class GenerationLoader
{
    public static IndexDelta Everything(SqliteConnection connection)
    {
        var delta = new IndexDelta();
        Read(connection, "select number, culture, language from partition", row => delta.Partitions.Add(new PartitionRow(row.GetInt32(0), row.GetString(1), row.GetString(2))));
        Read(connection, "select number, field, text from value order by number", row => delta.Values.Add(new ValueRow(row.GetInt32(0), row.GetInt32(1), row.GetString(2))));
        WordCounts.Read(connection, delta.Words);

        var values = new Dictionary<int, (List<int> All, List<int> Main)>();
        Read(connection, "select document, value, main from \"column\"", row =>
        {
            var document = row.GetInt32(0);
            if (!values.TryGetValue(document, out var lists))
            {
                values[document] = lists = ([], []);
            }

            lists.All.Add(row.GetInt32(1));
            if (row.GetInt32(2) != 0)
            {
                lists.Main.Add(row.GetInt32(1));
            }
        });
        Read(connection, "select number, partition, id, day, lengths from document", row =>
        {
            var (all, main) = values.GetValueOrDefault(row.GetInt32(0), ([], []));
            delta.Added.Add(new DocumentRow(row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.GetInt32(3), row.GetInt64(4), [.. all], [.. main]));
        });
        return delta;
    }

    private static void Read(SqliteConnection connection, string sql, Action<SqliteDataReader> take)
    {
        using var command = connection.Prepared(sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            take(reader);
        }
    }
}
