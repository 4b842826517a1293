using System.Globalization;
using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Tests.Query;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Tests.Index;

public sealed class IndexFileTests : IDisposable
{
    private readonly TemporaryIndex index = new(Corpus.Documents);

    [Fact]
    public void A_new_index_is_empty_and_says_that_it_needs_filling()
    {
        using var other = new SearchIndex(Path.Combine(index.Folder, "new"), TemporaryIndex.Schema, TimeProvider.System);
        Assert.True(other.NeedsRebuild);
        Assert.Equal(0, other.Documents);
        Assert.Empty(other.Search(TemporaryIndex.Request("afval")).Hits);
        other.Rebuild([]);
        Assert.False(other.NeedsRebuild);
    }

    [Fact]
    public void What_was_filled_is_there_after_a_restart()
    {
        var before = index.Ids("afval");
        index.Index.Apply([], checkpoint: "42");
        index.Reopen();
        Assert.Equal(before, index.Ids("afval"));
        Assert.False(index.Index.NeedsRebuild);
        Assert.Equal("42", index.Index.Checkpoint);
        Assert.Empty(index.Replaced);
    }

    [Fact]
    public void After_hundreds_of_small_changes_and_a_restart_it_answers_as_one_that_is_filled_at_once()
    {
        var generated = new GeneratedDocuments(seed: 4);
        var documents = Enumerable.Range(0, 650).Select(number => generated.Document("g" + (number % 40).ToString(CultureInfo.InvariantCulture))).ToList();
        foreach (var document in documents)
        {
            index.Index.Apply([new IndexChange.Put(document)]);
        }

        index.Reopen();
        using var other = new TemporaryIndex(Corpus.Documents.Concat(documents.TakeLast(40)));
        foreach (var query in (string[])["fiets", "afval", "fietsn", "school OR afval", "water*"])
        {
            Assert.Equal(other.Search(query).Hits.Select(hit => (hit.Id, hit.Score)).Order(), index.Search(query).Hits.Select(hit => (hit.Id, hit.Score)).Order());
            Assert.Equal(other.Index.Suggest(query, "nl").Queries, index.Index.Suggest(query, "nl").Queries);
        }
    }

    [Fact]
    public void What_was_stored_with_each_document_can_be_asked_for()
    {
        index.Index.Apply([new IndexChange.Put(new SearchDocument("new", "nl") { Stored = "1" }), new IndexChange.Remove("afval")]);
        var stored = index.Index.Stored();
        Assert.Contains(new StoredDocument("new", "nl", "1"), stored);
        Assert.DoesNotContain(stored, document => document.Id == "afval");
        Assert.Equal(index.Index.Documents, stored.Count);
    }

    [Fact]
    public void An_open_index_is_copied_as_it_is_and_the_copy_answers_the_same()
    {
        index.Index.Apply([new IndexChange.Put(new SearchDocument("new", "nl") { Title = "kersverse afvalbak" })]);
        var target = Path.Combine(index.Folder, "copy");
        Assert.True(SearchIndex.TryCopy(index.Folder, SearchSchema.External, target));
        using var copy = new SearchIndex(target, TemporaryIndex.Schema, TimeProvider.System);
        Assert.False(copy.NeedsRebuild);
        Assert.Equal(index.Ids("afval").Split(' ').Order(StringComparer.Ordinal), copy.Matching(TemporaryIndex.Request("afval")).Order(StringComparer.Ordinal));
        Assert.False(SearchIndex.TryCopy(index.Folder, SearchSchema.Internal, target));
    }

    [Fact]
    public void A_file_that_is_no_database_is_replaced()
    {
        Damage(file => File.WriteAllText(file, "a letter to my mother, which is longer than the sixteen bytes of a header"));
        AssertReplaced("no SQLite file");
    }

    [Fact]
    public void A_file_of_another_program_is_replaced()
    {
        Damage(file =>
        {
            File.Delete(file);
            Run(file, "create table letters (text text)");
        });
        AssertReplaced("foreign");
    }

    [Fact]
    public void A_file_of_another_version_is_replaced()
    {
        Damage(file => Run(file, "pragma user_version=999"));
        AssertReplaced("outdated");
    }

    [Fact]
    public void A_file_with_other_fields_is_replaced()
    {
        Damage(file => Run(file, "update about set value = 'doel:Keyword:' where key = 'schema'"));
        AssertReplaced("fields");
    }

    [Fact]
    public void A_damaged_file_is_replaced()
    {
        Damage(file =>
        {
            using var stream = new FileStream(file, FileMode.Open);
            stream.Position = 8192;
            stream.Write(Enumerable.Repeat((byte)0xA5, (int)(stream.Length - 16_384)).ToArray());
        });
        AssertReplaced("damaged");
    }

    [Fact]
    public void A_file_cut_in_half_is_replaced()
    {
        Damage(file =>
        {
            using var stream = new FileStream(file, FileMode.Open);
            stream.SetLength(stream.Length / 2);
        });
        AssertReplaced("damaged");
    }

    [Fact]
    public void A_file_that_goes_bad_while_it_is_open_is_replaced_once()
    {
        Run(index.File, "drop table posting");
        Assert.Empty(index.Search("afval").Hits);
        Assert.Empty(index.Search("water").Hits);
        Assert.Contains("damaged", Assert.Single(index.Replaced).Reason, StringComparison.Ordinal);
        Assert.True(index.Index.NeedsRebuild);
        index.Index.Rebuild(Corpus.Documents);
        Assert.Equal("afval", index.Ids("afvalscheiding"));
    }

    [Fact]
    public void Damage_that_only_a_search_meets_is_met_there()
    {
        index.Index.Dispose();
        Run(index.File, "update posting_data set block = x'ffffffff' where id > 10");
        index.Reopen();
        Assert.Empty(index.Replaced);
        Assert.Empty(index.Search("afval").Hits);
        Assert.Contains("damaged", Assert.Single(index.Replaced).Reason, StringComparison.Ordinal);
        index.Index.Rebuild(Corpus.Documents);
        Assert.Equal("afval", index.Ids("afvalscheiding"));
    }

    [Fact]
    public void What_a_crash_during_a_rebuild_left_is_thrown_away_and_the_old_file_answers()
    {
        var before = index.Ids("afval");
        index.Index.Dispose();
        File.WriteAllText(Path.Combine(index.Folder, "ExternalIndex.0009.sqlite.building"), "half");
        File.WriteAllText(Path.Combine(index.Folder, "ExternalIndex.0009.sqlite.building-journal"), "half");
        index.Reopen();
        Assert.Equal(before, index.Ids("afval"));
        Assert.Empty(Directory.GetFiles(index.Folder, "*.building*"));
        Assert.Empty(index.Replaced);
    }

    [Fact]
    public void A_crash_just_after_the_swap_leaves_the_new_file_answering()
    {
        var older = index.File;
        var copy = File.ReadAllBytes(older);
        index.Index.Rebuild([new SearchDocument("one", "nl") { Title = "afval" }]);
        index.Index.Dispose();
        File.WriteAllBytes(older, copy);
        index.Reopen();
        Assert.Equal("one", index.Ids("afval"));
        Assert.NotEqual(older, index.File);
    }

    [Fact]
    public void Names_that_do_not_exist_are_named()
    {
        using var indexes = new SearchIndexes([index.Open()]);
        var unknownIndex = Assert.Throws<UnknownSearchNameException>(() => indexes.Search(TemporaryIndex.Request("") with { Index = "MembersIndex" }));
        Assert.Equal("There is no index \"MembersIndex\"; there are ExternalIndex.", unknownIndex.Message);
        var unknownFilter = Assert.Throws<UnknownSearchNameException>(() => index.Search("", ("kleur", "rood")));
        Assert.Equal(("field", "kleur"), (unknownFilter.Kind, unknownFilter.Name));
        Assert.Throws<UnknownSearchNameException>(() => index.Index.Search(TemporaryIndex.Request("") with { Facets = ["kleur"] }));
        var document = new SearchDocument("x", "nl") { Title = "nieuw", Fields = new Dictionary<string, IReadOnlyList<string>> { ["kleur"] = ["rood"] } };
        Assert.Throws<UnknownSearchNameException>(() => index.Index.Apply([new IndexChange.Put(new SearchDocument("y", "nl") { Title = "spiksplinternieuw" }), new IndexChange.Put(document)]));
        Assert.Equal(Corpus.Documents.Count, index.Index.Documents);
        Assert.Equal("", index.Ids("spiksplinternieuw"));
    }

    public void Dispose() => index.Dispose();

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    private void Damage(Action<string> damage)
    {
        var file = index.File;
        index.Index.Dispose();
        damage(file);
        index.Reopen();
    }

    private void AssertReplaced(string reason)
    {
        var notice = Assert.Single(index.Replaced);
        Assert.Contains(reason, notice.Reason, StringComparison.Ordinal);
        Assert.Equal(SearchSchema.External, notice.Index);
        Assert.False(File.Exists(notice.File));
        Assert.True(index.Index.NeedsRebuild);
        Assert.Empty(index.Search("afval").Hits);
        index.Index.Rebuild(Corpus.Documents);
        Assert.Equal("afval", index.Ids("afvalscheiding"));
    }
}
