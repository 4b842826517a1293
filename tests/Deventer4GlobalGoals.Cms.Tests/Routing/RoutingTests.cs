namespace Deventer4GlobalGoals.Cms.Tests.Routing;

public class RoutingTests(RoutedSite site) : IClassFixture<RoutedSite>
{
    public static TheoryData<string, int, string> Rows()
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var cells in SpecTable.Read("Routing/Specs/routing.md"))
        {
            rows.Add(cells[0], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_url_leads_where_the_table_says(string request, int status, string answer)
    {
        var got = await site.GetAsync(request);

        Assert.Equal((status, answer), (got.Status, status == 301 ? got.Location : got.Body));
    }

    [Fact]
    public async Task The_action_of_the_templates_name_comes_before_Index_and_takes_query_parameters() =>
        Assert.Equal((200, string.Empty, "print 6 3"), await site.GetAsync("/printbaar?kopie=3"));

    [Fact]
    public async Task A_parameter_that_does_not_fit_is_no_error() =>
        Assert.Equal((200, string.Empty, "print 6 "), await site.GetAsync("/printbaar?kopie=drie"));

    [Fact]
    public async Task A_page_whose_template_has_no_view_is_not_found() =>
        Assert.Equal((404, string.Empty, string.Empty), await site.GetAsync("/kaal"));

    [Theory]
    [InlineData(11)]
    [InlineData(4711)]
    public async Task No_url_whatever_gives_a_server_error(int seed)
    {
        var random = new Random(seed);
        const string Alphabet = "/%.?&=#+;:@~-_'\"<>\\|{}[]^`abcxyzABC019é%20%2f%00%c3%bc%ff..//";
        for (var round = 0; round < 400; round++)
        {
            var target = "/" + new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var (status, _, _) = await site.GetAsync(target);
            Assert.True(status is 200 or 301 or 400 or 404, $"{target} gave {status}");
        }
    }

    [Fact]
    public async Task An_endless_path_is_no_url() => Assert.Equal(400, (await site.GetAsync("/" + new string('a', 3000))).Status);
}
