using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>Writes documents into an index file, within the caller's transaction. A document that changes gets a new number.</summary>
internal sealed class IndexWriter : IDisposable
{
    private const char TagBorder = '\n';

    private readonly SqliteConnection _connection;
    private readonly SearchSchema _schema;
    private readonly Dictionary<(string, string), int> _partitions = [];
    private readonly Dictionary<(int, string), int> _values = [];
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private int _next;

    public IndexWriter(SqliteConnection connection, SearchSchema schema)
    {
        _connection = connection;
        _schema = schema;
        _next = (int)_connection.Number("select coalesce(max(number), 0) + 1 from document");
        _next = Math.Max(_next, (int)_connection.Number("select coalesce(max(cast(value as integer)), 0) from about where key = 'next'"));
    }

    public IndexDelta Delta { get; } = new();

    public void Write(IndexChange change)
    {
        if (change is IndexChange.Put(var document))
        {
            Remove(document.Id, document.Culture);
            Add(document);
        }
        else if (change is IndexChange.Remove(var id, var culture))
        {
            Remove(id, culture);
        }
    }

    /// <summary>Writes what is counted over documents; call it once, before the commit.</summary>
    public void Finish()
    {
        WordCounts.Write(_connection, Delta.Words);
        SetAbout("next", _next.ToString(CultureInfo.InvariantCulture));
    }

    public void SetAbout(string key, string value) =>
        Run("insert into about values ($a, $b) on conflict (key) do update set value = excluded.value", key, value);

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private void Add(SearchDocument document)
    {
        var fields = Numbered(document.Fields).ToList();
        var main = Numbered(document.Main).ToHashSet();
        var terms = DocumentTerms.Of(document, _schema);
        var partition = Partition(document);
        var number = _next++;
        var lengths = terms.Lengths.Aggregate(0L, (packed, length) => (packed << 16) | (uint)length);
        var day = document.Date?.DayNumber ?? 0;

        Run(
            "insert into document values ($a, $b, $c, $d, $e, $f, $g, $h, $i, $j, $k)",
            number,
            document.Id,
            document.Culture,
            partition,
            day,
            lengths,
            document.Title,
            document.Summary,
            string.Join(TagBorder, document.Tags),
            document.Body,
            document.Stored);
        Run("insert into phrase (rowid, title, summary, tags, body) values ($a, $b, $c, $d, $e)", number, terms.Phrases[0], terms.Phrases[1], terms.Phrases[2], terms.Phrases[3]);
        for (var tier = 0; tier < DocumentTerms.Tiers; tier++)
        {
            foreach (var times in terms.Counts[tier].GroupBy(pair => Math.Min(pair.Value, Posting.MostTimes)))
            {
                var text = string.Join(' ', times.Select(pair => Posting.Term(partition, pair.Key)));
                Run("insert into posting (rowid, term) values ($a, $b)", Posting.Row(number, tier, times.Key), text);
            }
        }

        foreach (var value in fields)
        {
            Run("insert into \"column\" values ($a, $b, $c)", number, value, main.Contains(value) ? 1 : 0);
        }

        Count(partition, terms.Words, 1);
        Delta.Added.Add(new DocumentRow(number, partition, document.Id, day, lengths, [.. fields], [.. fields.Where(main.Contains)]));
    }

    private void Remove(string id, string? culture)
    {
        var old = new List<(int Number, int Partition, SearchDocument Document)>();
        using (var command = _connection.Prepared(
            "select number, partition, culture, title, summary, tags, body, (select language from partition p where p.number = partition) from document where id = $id and culture = coalesce($culture, culture)",
            ("$id", id),
            ("$culture", culture ?? (object)DBNull.Value)))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var document = new SearchDocument(id, reader.GetString(2))
                {
                    Language = reader.GetString(7),
                    Title = reader.GetString(3),
                    Summary = reader.GetString(4),
                    Tags = reader.GetString(5).Split(TagBorder),
                    Body = reader.GetString(6),
                };
                old.Add((reader.GetInt32(0), reader.GetInt32(1), document));
            }
        }

        foreach (var (number, partition, document) in old)
        {
            Count(partition, DocumentTerms.Of(document, _schema).Words, -1);
            Run("delete from posting where rowid between $a and $b", Posting.First(number), Posting.Last(number));
            Run("delete from phrase where rowid = $a", number);
            Run("delete from \"column\" where document = $a", number);
            Run("delete from document where number = $a", number);
            if (Delta.Added.RemoveAll(row => row.Number == number) == 0)
            {
                Delta.Removed.Add(number);
            }
        }
    }

    private void Count(int partition, IReadOnlySet<string> words, int documents)
    {
        foreach (var word in words)
        {
            Delta.Words[(partition, word)] = Delta.Words.GetValueOrDefault((partition, word)) + documents;
        }
    }

    private int Partition(SearchDocument document)
    {
        var key = (document.Culture, document.Language ?? document.Culture);
        if (!_partitions.TryGetValue(key, out var number))
        {
            var found = _connection.Number("select number from partition where culture = $c and language = $l", ("$c", key.Item1), ("$l", key.Item2));
            if (found == 0)
            {
                found = _connection.Number("insert into partition (culture, language) values ($c, $l) returning number", ("$c", key.Item1), ("$l", key.Item2));
                Delta.Partitions.Add(new PartitionRow((int)found, key.Item1, key.Item2));
            }

            _partitions[key] = number = (int)found;
        }

        return number;
    }

    private IEnumerable<int> Numbered(IReadOnlyDictionary<string, IReadOnlyList<string>> fields) =>
        fields.SelectMany(pair => pair.Value.Select(value => Value(_schema.FieldNumber(pair.Key), value))).Distinct();

    private int Value(int field, string text)
    {
        if (!_values.TryGetValue((field, text), out var number))
        {
            var found = _connection.Number("select number from value where field = $f and text = $t", ("$f", field), ("$t", text));
            if (found == 0)
            {
                found = _connection.Number("insert into value (field, text) values ($f, $t) returning number", ("$f", field), ("$t", text));
                Delta.Values.Add(new ValueRow((int)found, field, text));
            }

            _values[(field, text)] = number = (int)found;
        }

        return number;
    }

    private void Run(string sql, params ReadOnlySpan<object> arguments)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = _connection.Prepared(sql);
            for (var i = 0; i < arguments.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + (char)('a' + i) });
            }
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = arguments[i];
        }

        command.ExecuteNonQuery();
    }
}
