using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// In how many documents each word stands, in the file. A change of one document touches words all over that table, a page each: so what a few
/// documents change is written down in one row beside it, and many such rows are taken into the table at once.
/// </summary>
internal static class WordCounts
{
    private const int MostInOneRow = 5_000;
    private const int MostRows = 500;

    public const string Tables = """
        create table word (partition integer not null, text text not null, documents integer not null, primary key (partition, text)) without rowid;
        create table word_change (number integer primary key, words text not null);
        """;

    /// <summary>Writes down by how much the number of documents changed per word.</summary>
    public static void Write(SqliteConnection connection, IReadOnlyDictionary<(int Partition, string Word), int> changes)
    {
        var real = changes.Where(change => change.Value != 0).ToDictionary();
        if (real.Count > MostInOneRow || connection.Number("select coalesce(max(number), 0) from word_change") >= MostRows)
        {
            ReadChanges(connection, real);
            TakeIn(connection, real);
        }
        else if (real.Count > 0)
        {
            connection.Run("insert into word_change (words) values ($words)", ("$words", Line(real)));
        }
    }

    /// <summary>Adds to what is there the documents of every word.</summary>
    public static void Read(SqliteConnection connection, Dictionary<(int Partition, string Word), int> words)
    {
        using var command = connection.Prepared("select partition, text, documents from word");
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                Add(words, reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2));
            }
        }

        ReadChanges(connection, words);
        foreach (var gone in words.Where(word => word.Value <= 0).Select(word => word.Key).ToList())
        {
            words.Remove(gone);
        }
    }

    private static void ReadChanges(SqliteConnection connection, Dictionary<(int Partition, string Word), int> words)
    {
        using var command = connection.Prepared("select words from word_change");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            foreach (var change in reader.GetString(0).Split(' '))
            {
                var parts = change.Split('_', 3);
                Add(words, Number(parts[0]), parts[2], Number(parts[1]));
            }
        }
    }

    private static void TakeIn(SqliteConnection connection, Dictionary<(int Partition, string Word), int> changes)
    {
        using var command = connection.Prepared(
            "insert into word values ($partition, $text, $documents) on conflict (partition, text) do update set documents = documents + excluded.documents",
            ("$partition", 0),
            ("$text", ""),
            ("$documents", 0));
        foreach (var ((partition, word), documents) in changes.Where(change => change.Value != 0))
        {
            (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (partition, word, documents);
            command.ExecuteNonQuery();
        }

        connection.Run("delete from word where documents <= 0; delete from word_change;");
    }

    // Words have letters, digits and dots only, as terms of the postings do.
    private static string Line(Dictionary<(int Partition, string Word), int> changes)
    {
        var line = new StringBuilder();
        foreach (var ((partition, word), documents) in changes)
        {
            line.Append(CultureInfo.InvariantCulture, $"{(line.Length == 0 ? "" : " ")}{partition}_{documents}_{word}");
        }

        return line.ToString();
    }

    private static void Add(Dictionary<(int Partition, string Word), int> words, int partition, string word, int documents) =>
        words[(partition, word)] = words.GetValueOrDefault((partition, word)) + documents;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
