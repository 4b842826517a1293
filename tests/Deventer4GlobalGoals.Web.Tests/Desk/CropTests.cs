using System.Drawing;
using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Cms.USync;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>Cut-outs made by hand, without a script: on the desk, in the pictures of the site, in the Delivery API and in uSync's files.</summary>
[Collection(OneEditor.Name)]
public sealed class CropTests(EditorSite site)
{
    private const string Page = "/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep";
    private const string Row = "f.headerImage.0.";

    private static readonly (string, string)[] LowerRight = [(Row + "crop.kop.x1", "50"), (Row + "crop.kop.y1", "50"), (Row + "crop.kop.x2", "0"), (Row + "crop.kop.y2", "")];
    private static readonly (string, string)[] None = [(Row + "crop.kop.x1", ""), (Row + "crop.kop.y1", ""), (Row + "crop.kop.x2", ""), (Row + "crop.kop.y2", "")];

    [Fact]
    public async Task The_site_shows_what_was_cut_and_going_back_shows_the_point_again()
    {
        var key = site.Item("Circulair bouwen bij VDR Bouwgroep").Key;
        var file = await site.AddQuartersAsync("Vlakken");
        await PublishAsync(key, ("f.headerImage.add", "Vlakken"));
        Assert.Equal("Red Lime Blue White", await CornersAsync());

        await PublishAsync(key, LowerRight);
        Assert.Equal("White White White White", await CornersAsync());
        var form = (await site.Anna.GetAsync(EditorSite.Address(key, "nl"))).Page;
        Assert.Equal("50", form.QuerySelector($"[name='{Row}crop.kop.x1']")!.GetAttribute("value"));
        Assert.Equal("0", form.QuerySelector($"[name='{Row}crop.kop.y2']")!.GetAttribute("value"));
        Assert.Contains("cc=0.5,0.5,0,0", form.QuerySelectorAll(".d4-uitsnijder img")[1].GetAttribute("src"), StringComparison.Ordinal);

        // The Delivery API gives it to front ends elsewhere; the other cut-out is nobody's.
        var crops = JsonNode.Parse(await site.Own.TextAsync("/umbraco/delivery/api/v2/content/item" + Page))!["properties"]!["headerImage"]![0]!["crops"]!.AsArray();
        Assert.Equal("""{"x1":0.5,"y1":0.5,"x2":0,"y2":0}""", crops.Single(crop => (string?)crop!["alias"] == "kop")!["coordinates"]!.ToJsonString());
        Assert.Null(crops.Single(crop => (string?)crop!["alias"] == "kaart")!["coordinates"]);

        // The picture of social media is another cut-out.
        await PublishAsync(key, (Row + "crop.kaart.x1", "0"), (Row + "crop.kaart.y1", "0"), (Row + "crop.kaart.x2", "50"), (Row + "crop.kaart.y2", "50"));
        Assert.Contains("cc=0,0,0.5,0.5", (await site.Own.DocumentAsync(Page)).QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("White White White White", await CornersAsync());

        // Without one of its own the page follows the library, and without that the point.
        var address = $"/umbraco/media/{file.Key}";
        var saved = await site.Anna.SubmitAsync((await site.Anna.GetAsync(address)).Page.QuerySelector("main form")!, address, ("crop.kop.x1", "0"), ("crop.kop.y1", "50"), ("crop.kop.x2", "50"), ("crop.kop.y2", "0"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("White White White White", await CornersAsync());
        await PublishAsync(key, None);
        Assert.Equal("Blue Blue Blue Blue", await CornersAsync());
        await site.Anna.SubmitAsync((await site.Anna.GetAsync(address)).Page.QuerySelector("main form")!, address, ("crop.kop.x1", ""), ("crop.kop.y1", ""), ("crop.kop.x2", ""), ("crop.kop.y2", ""));
        Assert.Null(site.File(file.Key).Own("kop"));
        Assert.Equal("Red Lime Blue White", await CornersAsync());
    }

    [Fact]
    public async Task Files_of_uSync_carry_it_there_and_back()
    {
        var key = site.Item("FactorWerk: bedrijven en werkzoekenden bij elkaar").Key;
        await site.AddQuartersAsync("Heen");
        await PublishAsync(key, ("f.headerImage.add", "Heen"));
        await PublishAsync(key, LowerRight);
        var stored = Stored(key);
        Assert.Contains("\"x1\":0.5", stored, StringComparison.Ordinal);

        var folder = Directory.CreateTempSubdirectory("d4gg-crops-").FullName;
        Assert.True((await site.Own.Get<USyncExporter>().ExportAsync(folder, null, CancellationToken.None)).Succeeded);
        var files = Directory.GetFiles(folder, "*.config", SearchOption.AllDirectories);
        foreach (var other in files.Where(file => Path.GetFileName(file) != "usync.config" && !File.ReadAllText(file).Contains($"Key=\"{key}\" Alias", StringComparison.Ordinal)))
        {
            File.Delete(other);
        }

        await PublishAsync(key, None);
        Assert.NotEqual(stored, Stored(key));
        Assert.True((await site.Own.Get<USyncImporter>().ImportAsync(folder, write: true, null, CancellationToken.None)).Succeeded);
        Assert.Equal(stored, Stored(key));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_can_not_be_cut_is_refused_by_name_and_comes_back_as_typed()
    {
        var key = site.Item("Een werkagenda die van iedereen is").Key;
        await site.AddQuartersAsync("Fout");
        await site.SaveAsync(key, "nl", ("f.headerImage.add", "Fout"), ("do", "save"));
        var stored = Stored(key);
        var refused = await site.SaveAsync(key, "nl", (Row + "crop.kop.x1", "60"), (Row + "crop.kop.x2", "60"), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("\"Kop\"", refused.Page.QuerySelector("#fouten li")!.TextContent, StringComparison.Ordinal);
        var side = refused.Page.QuerySelector($"[name='{Row}crop.kop.x1']")!;
        Assert.Equal(("60", "true"), (side.GetAttribute("value"), side.GetAttribute("aria-invalid")));
        Assert.True(side.Closest("details")!.HasAttribute("open"));
        Assert.Equal(stored, Stored(key));

        // A value that no form made.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.SaveAsync(key, "nl", (Row + "item", "5"), (Row + "crop.kop.x1", "x"), ("name", ""), ("do", "save"))).Status);

        var address = $"/umbraco/media/{site.File(Guid.Parse((string)JsonNode.Parse(stored)![0]!["mediaKey"]!)).Key}";
        var inLibrary = await site.Anna.SubmitAsync((await site.Anna.GetAsync(address)).Page.QuerySelector("main form")!, address, ("crop.kaart.y1", "abc"), ("text", "Nieuwe woorden."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, inLibrary.Status);
        Assert.Equal(("abc", "Nieuwe woorden."), (inLibrary.Page.QuerySelector("[name='crop.kaart.y1']")!.GetAttribute("value"), inLibrary.Page.QuerySelector("[name=text]")!.TextContent));
    }

    private string Stored(Guid key) => site.Contents.GetById(key)!.GetValue<string>("headerImage")!;

    private async Task PublishAsync(Guid key, params (string, string)[] changes) =>
        Assert.Equal(HttpStatusCode.Redirect, (await site.SaveAsync(key, "nl", [.. changes, ("do", "publish")])).Status);

    /// <summary>The colours near the corners of the picture at the head of the page, as a visitor gets it.</summary>
    private async Task<string> CornersAsync()
    {
        var source = (await site.Own.DocumentAsync(Page)).QuerySelector("figure img")!.GetAttribute("srcset")!.Split(' ')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(source, UriKind.Relative));
        request.Headers.Add("Accept", "image/png");
        using var answer = await site.Own.Http.SendAsync(request);
        var picture = TestPicture.Read(await answer.Content.ReadAsByteArrayAsync());
        var (right, bottom) = (picture.Size.Width - 5, picture.Size.Height - 5);
        return string.Join(' ', new[] { picture[4, 4], picture[right, 4], picture[4, bottom], picture[right, bottom] }.Select(Name));
    }

    /// <summary>The pure colour that one is nearest to.</summary>
    private static string Name(Color color) => new[] { Color.Red, Color.Lime, Color.Blue, Color.White }
        .MinBy(pure => Math.Abs(pure.R - color.R) + Math.Abs(pure.G - color.G) + Math.Abs(pure.B - color.B)).Name;
}
