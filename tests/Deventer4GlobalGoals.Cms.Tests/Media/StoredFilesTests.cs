using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Media;
using Umbraco.Cms.Core;

namespace Deventer4GlobalGoals.Cms.Tests.Media;

public sealed class StoredFilesTests
{
    private static readonly Guid Item = Guid.CreateVersion7();
    private static readonly Guid Property = Guid.Parse("4f8a1f5e-3b1c-4a57-9a3c-0b9f3a6e7d21");

    [Theory]
    [InlineData(Constants.PropertyEditors.Aliases.UploadField, "/media/a/plan.pdf", "/media/a/plan.pdf")]
    [InlineData(Constants.PropertyEditors.Aliases.ImageCropper, "{\"src\":\"/media/a/foto.jpg\",\"crops\":[]}", "/media/a/foto.jpg")]
    [InlineData(Constants.PropertyEditors.Aliases.ImageCropper, "{\"crops\":[]}", null)]
    [InlineData(Constants.PropertyEditors.Aliases.ImageCropper, "{broken", null)]
    [InlineData(Constants.PropertyEditors.Aliases.UploadField, "  ", null)]
    [InlineData(Constants.PropertyEditors.Aliases.TextBox, "/media/a/plan.pdf", null)]
    public void The_file_of_a_value_is_its_url(string editor, string value, string? url)
    {
        Assert.Equal(url, StoredFiles.HoldsFile(editor) ? StoredFiles.Url(value) : null);
    }

    [Fact]
    public void Another_url_leaves_crops_and_focal_point_alone()
    {
        var changed = StoredFiles.WithUrl("{\"src\":\"/media/a/foto.jpg\",\"focalPoint\":{\"left\":0.2,\"top\":0.7}}", "/media/b/foto.jpg");

        var expected = JsonNode.Parse("{\"src\":\"/media/b/foto.jpg\",\"focalPoint\":{\"left\":0.2,\"top\":0.7}}");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(changed)));
        Assert.Equal("/media/b/plan.pdf", StoredFiles.WithUrl("/media/a/plan.pdf", "/media/b/plan.pdf"));
    }

    [Fact]
    public void A_path_belongs_to_one_item_and_property_whatever_the_version_of_their_keys()
    {
        var scheme = new HashedMediaPathScheme();
        var path = scheme.GetFilePath(null!, Item, Property, "foto.jpg");

        Assert.Matches("^[0-9a-f]{16}/foto\\.jpg$", path);
        Assert.Equal(path, scheme.GetFilePath(null!, Item, Property, "foto.jpg"));
        Assert.True(scheme.IsFilePathOwnedBy(null!, path, Item, Property));
        Assert.False(scheme.IsFilePathOwnedBy(null!, path, Property, Item));
    }
}
