namespace Deventer4GlobalGoals.Search.Tests.Query;

public sealed class RelevanceTests(RelevanceTests.Filled filled) : IClassFixture<RelevanceTests.Filled>
{
    public static TheoryData<string, string> Dutch => SpecTable.Read("relevance.md", "Dutch");

    [Theory]
    [MemberData(nameof(Dutch))]
    public void A_search_finds_this_first(string query, string first)
    {
        var found = filled.Index.Ids(query);
        if (first.Length == 0)
        {
            Assert.Equal("", found);
        }
        else
        {
            Assert.Equal(first, string.Join(' ', found.Split(' ').Take(first.Split(' ').Length)));
        }
    }

    /// <summary>These tests only read, so they share an index.</summary>
    public sealed class Filled : IDisposable
    {
        internal TemporaryIndex Index { get; } = new(Corpus.Documents);

        public void Dispose() => Index.Dispose();
    }
}
