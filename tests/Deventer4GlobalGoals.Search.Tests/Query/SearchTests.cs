using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;

namespace Deventer4GlobalGoals.Search.Tests.Query;

public sealed class SearchTests(RelevanceTests.Filled filled) : IClassFixture<RelevanceTests.Filled>
{
    private TemporaryIndex Index => filled.Index;

    [Fact]
    public void Without_words_everything_comes_the_newest_first()
    {
        var response = Index.Search("");
        Assert.Equal(14, response.Total);
        Assert.Equal("circulair bijeenkomst nieuws", string.Join(' ', response.Hits.Take(3).Select(hit => hit.Id)));
        Assert.Null(response.Correction);
    }

    [Fact]
    public void A_main_role_ranks_a_document_higher_for_its_goal() =>
        Assert.Equal(["kleding", "afval", "voedsel", "circulair"], Index.Search("", ("doel", "12")).Hits.Select(hit => hit.Id));

    [Fact]
    public void Sorting_goes_by_date()
    {
        var request = TemporaryIndex.Request("type:praktijk") with { PageSize = 2 };
        Assert.Equal(["circulair", "isolatie"], Index.Index.Search(request with { Sort = SearchSort.Newest }).Hits.Select(hit => hit.Id));
        Assert.Equal(["water", "bomen"], Index.Index.Search(request with { Sort = SearchSort.Oldest }).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void Values_of_one_field_are_alternatives_and_fields_are_conditions()
    {
        var response = Index.Search("", ("doel", "1"), ("doel", "4"), ("type", "praktijk"));
        Assert.Equal(["taal", "armoede"], response.Hits.Select(hit => hit.Id));
        var goals = response.Facets.Single(facet => facet.Field == "doel").Values;
        Assert.Equal(new FacetCount("12", 4, false), goals[0]);
        Assert.Contains(new FacetCount("4", 1, true), goals);
        Assert.Equal([new FacetCount("praktijk", 2, true), new FacetCount("nieuws", 1, false)], response.Facets.Single(facet => facet.Field == "type").Values);
    }

    [Fact]
    public void A_chosen_value_that_nothing_has_is_shown_with_nothing() =>
        Assert.Equal([new FacetCount("99", 0, true)], Index.Search("xyzzy", ("doel", "99")).Facets[0].Values);

    [Theory]
    [InlineData("type:prakt", 12)]
    [InlineData("type:praktijk", 12)]
    [InlineData("sector:zake", 3)]
    [InlineData("sector:za", 0)]
    [InlineData("doel:99", 0)]
    [InlineData("soort:x", 0)]
    public void A_value_that_nothing_has_is_read_as_the_start_of_its_words(string query, int total) => Assert.Equal(total, Index.Search(query).Total);

    [Theory]
    [InlineData("", SearchSort.Relevance)]
    [InlineData("water afval", SearchSort.Relevance)]
    [InlineData("type:praktijk", SearchSort.Oldest)]
    public void All_that_match_come_in_the_order_of_the_pages(string query, SearchSort sort)
    {
        var request = TemporaryIndex.Request(query, ("doel", "12"), ("doel", "13")) with { Sort = sort };
        Assert.Equal(Index.Index.Search(request).Hits.Select(hit => hit.Id), Index.Index.Matching(request));
    }

    [Fact]
    public void Only_the_wanted_fields_are_counted() =>
        Assert.Equal(["type", "jaar"], Index.Index.Search(TemporaryIndex.Request("") with { Facets = ["jaar", "type"] }).Facets.Select(facet => facet.Field));

    [Fact]
    public void A_page_beyond_the_last_is_empty_and_odd_sizes_are_brought_within_bounds()
    {
        var request = TemporaryIndex.Request("");
        Assert.Empty(Index.Index.Search(request with { Page = int.MaxValue }).Hits);
        Assert.Empty(Index.Index.Search(request with { PageSize = -5 }).Hits);
        Assert.Equal(14, Index.Index.Search(request with { Page = -3, PageSize = int.MaxValue }).Hits.Count);
    }

    [Theory]
    [InlineData("en-US", "bins", "afval")]
    [InlineData("en-us", "separating", "afval")]
    [InlineData("en-US", "panelen", "zon")]
    [InlineData("en-US", "zonnepaneel", "zon")]
    [InlineData("de-DE", "haus", "afval")]
    [InlineData("fr-FR", "afval", "")]
    [InlineData("nl", "bins", "")]
    public void A_culture_has_its_own_documents_in_their_own_language(string culture, string query, string ids) =>
        Assert.Equal(ids, string.Join(' ', Index.Index.Search(new SearchRequest(culture) { Query = query }).Hits.Select(hit => hit.Id)));

    [Fact]
    public void A_question_that_finds_nothing_is_corrected_by_itself()
    {
        var response = Index.Search("bibliotheeck prijs");
        Assert.Equal(new Correction("bibliotheek prijs", IsApplied: true), response.Correction);
        Assert.Equal("nieuws", response.Hits[0].Id);
        Assert.False(response.IsLoose);
        Assert.Empty(Index.Index.Search(TemporaryIndex.Request("bibliotheeck") with { Forgiving = false }).Hits);
    }

    [Fact]
    public void What_is_excluded_is_not_corrected() => Assert.Equal("bibliotheek -prys", Index.Search("bibliotheeck -prys").Correction?.Query);

    [Fact]
    public void A_correction_is_written_as_the_texts_write_it() => Assert.Equal("oud café", Index.Search("oud kafe").Correction?.Query);

    [Fact]
    public void A_rare_word_beside_a_much_more_common_one_gives_a_hint()
    {
        using var index = new TemporaryIndex(Enumerable.Range(0, 12).Select(number =>
            new SearchDocument($"d{number}", "nl") { Title = number == 0 ? "gemeete" : "gemeente" }));
        var response = index.Search("gemeete");
        Assert.Equal(new Correction("gemeente", IsApplied: false), response.Correction);
        Assert.Equal("d0", Assert.Single(response.Hits).Id);
    }

    [Fact]
    public void When_no_document_has_all_words_those_with_half_of_them_come()
    {
        var response = Index.Search("vlinders eenhoorns hommels");
        Assert.True(response.IsLoose);
        Assert.Equal("bijen", Assert.Single(response.Hits).Id);
        Assert.Empty(Index.Search("vlinders eenhoorns hommels type:nieuws").Hits);
    }

    [Fact]
    public void A_question_in_a_sentence_finds_what_has_most_of_its_words()
    {
        Assert.Equal(["kleding"], Index.Search("winkel tweedehands kleding").Hits.Select(hit => hit.Id));
        var answer = Index.Search("Welke winkel heeft tweedehands kleding voor de buurt?");
        Assert.Equal("kleding", answer.Hits[0].Id);
        Assert.Contains("bijeenkomst", Index.Search("Wat kan een bedrijf op een avond doen?").Hits.Select(hit => hit.Id));
        Assert.False(Index.Search("tweedehands kleding?").IsLoose);
    }

    [Fact]
    public void What_is_stored_comes_back()
    {
        var hit = Index.Search("voedselverspilling").Hits[0];
        Assert.Equal(("/praktijkvoorbeelden/voedsel", "nl", new DateOnly(2021, 5, 1)), (hit.Stored, hit.Culture, hit.Date));
    }

    [Fact]
    public void Typing_proposes_words_and_titles()
    {
        var suggestions = Index.Index.Suggest("Afv", "nl");
        Assert.Equal(["afval", "afvalscheiding"], suggestions.Queries);
        Assert.Equal("<mark>Afvalscheiding</mark> op kantoor", Assert.Single(suggestions.Documents).TitleHtml);
    }

    [Fact]
    public void Typing_proposes_only_words_that_go_with_those_before()
    {
        Assert.Equal(["duurzame energie"], Index.Index.Suggest("duurzame e", "nl").Queries.Concat(Index.Index.Suggest("duurzame en", "nl").Queries));
        Assert.Equal(["in een café"], Index.Index.Suggest("in een caf", "nl").Queries);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\"(*-")]
    [InlineData("xyzzyx")]
    public void Too_little_or_unknown_letters_propose_nothing(string typed)
    {
        var suggestions = Index.Index.Suggest(typed, "nl");
        Assert.Empty(suggestions.Queries);
        Assert.Empty(suggestions.Documents);
    }

    [Fact]
    public void Documents_that_are_alike_share_words_and_values()
    {
        Assert.Equal("nieuws", Index.Index.Related("taal", "nl")[0].Id);
        Assert.DoesNotContain(Index.Index.Related("afval", "nl", 50), hit => hit.Id == "afval");
        var practices = Index.Index.Related("taal", "nl", 3, new Dictionary<string, IReadOnlyList<string>> { ["type"] = ["praktijk"] });
        Assert.Equal(3, practices.Count);
        Assert.DoesNotContain(practices, hit => hit.Id == "nieuws");
        Assert.Empty(Index.Index.Related("nobody", "nl"));
    }
}
