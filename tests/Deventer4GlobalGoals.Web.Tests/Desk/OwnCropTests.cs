using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Desk.Library;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>Cut-outs as they are typed and stored.</summary>
public class OwnCropTests
{
    [Theory]
    [InlineData("10", "0", "12,5", "0.5", 0.1, 0, 0.125, 0.005)]
    [InlineData("99.9", "", "", "", 0.999, 0, 0, 0)]
    [InlineData("0", "0", "0", "0", 0, 0, 0, 0)]
    public void Per_cent_per_side_are_parts_of_the_whole(string left, string top, string right, string bottom, double x1, double y1, double x2, double y2)
    {
        Assert.True(OwnCrop.TryRead([left, top, right, bottom], out var crop));
        Assert.Equal(new OwnCrop((decimal)x1, (decimal)y1, (decimal)x2, (decimal)y2), crop);
    }

    [Theory]
    [InlineData("50", "0", "50", "0")]
    [InlineData("0", "60", "0", "60")]
    [InlineData("100", "", "", "")]
    [InlineData("-1", "0", "0", "0")]
    [InlineData("1e1", "0", "0", "0")]
    [InlineData("tien", "0", "0", "0")]
    [InlineData("\u0663", "0", "0", "0")]
    [InlineData("99999999999999999999999999999999999", "0", "0", "0")]
    [InlineData("<script>", "0", "0", "0")]
    public void What_leaves_nothing_or_is_no_number_is_refused(params string[] typed)
    {
        Assert.False(OwnCrop.TryRead(typed, out var crop));
        Assert.Null(crop);
    }

    [Fact]
    public void Four_empty_sides_are_no_cut_out()
    {
        Assert.True(OwnCrop.TryRead(["", " ", "", ""], out var crop));
        Assert.Null(crop);
    }

    [Fact]
    public void A_cut_out_is_put_in_changed_and_taken_out_and_others_stay()
    {
        var value = (JsonObject)JsonNode.Parse("""{"crops":[{"alias":"kop","coordinates":{"x1":0.1,"y1":0,"x2":0,"y2":0}},{"alias":"vreemd","coordinates":null}],"focalPoint":null}""")!;
        Assert.Equal(new OwnCrop(0.1m, 0, 0, 0), OwnCrop.Of(value, "kop"));
        OwnCrop.Put(value, "kaart", new OwnCrop(0.25m, 0, 0.25m, 0));
        OwnCrop.Put(value, "kop", new OwnCrop(0, 0.5m, 0, 0));
        Assert.Equal(
            """[{"alias":"kop","coordinates":{"x1":0,"y1":0.5,"x2":0,"y2":0}},{"alias":"vreemd","coordinates":null},{"alias":"kaart","coordinates":{"x1":0.25,"y1":0,"x2":0.25,"y2":0}}]""",
            value["crops"]!.ToJsonString());
        OwnCrop.Put(value, "kop", null);
        OwnCrop.Put(value, "kaart", null);
        Assert.Equal("""[{"alias":"vreemd","coordinates":null}]""", value["crops"]!.ToJsonString());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("""{"crops":5}""")]
    [InlineData("""{"crops":[{"alias":"kop","coordinates":{"x1":"links"}}]}""")]
    [InlineData("""{"crops":[null,{"alias":5}]}""")]
    public void What_is_no_such_value_has_no_cut_out(string json) => Assert.Null(OwnCrop.Of(JsonNode.Parse(json), "kop"));
}
