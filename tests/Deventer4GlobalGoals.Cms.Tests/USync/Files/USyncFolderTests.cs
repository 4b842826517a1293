using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.Tests.USync.Files;

public class USyncFolderTests
{
    [Fact]
    public void Malformed_xml_is_reported_with_its_file_line_and_column_and_the_rest_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Content/broken.config", "<Content>\n  <Info></Content>");
        folder.Write("Content/whole.config", "<Content />");

        var read = USyncFolder.Read(folder.Path);

        var problem = Assert.Single(read.Unreadable);
        Assert.Equal("Content/broken.config", problem.File);
        Assert.StartsWith("Not well-formed XML, line 2, column 11:", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["Content/whole.config"], read.Documents.Select(document => document.File));
    }

    [Fact]
    public void A_document_type_is_refused_so_that_no_entity_is_ever_resolved()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.Write("secret.txt", "secret");
        folder.Write(
            "Content/entity.config",
            $"<!DOCTYPE Content [<!ENTITY x SYSTEM \"file://{secret}\">]><Content>&x;</Content>");

        var read = USyncFolder.Read(folder.Path);

        Assert.Empty(read.Documents);
        Assert.Contains("DTD", Assert.Single(read.Unreadable).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leaves_the_folder_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        var target = outside.Write("Content/theirs.config", "<Content />");
        Directory.CreateDirectory(Path.Combine(folder.Path, "Content"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "Content", "file.config"), target);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "Media"), outside.Path);

        var read = USyncFolder.Read(folder.Path);

        Assert.Empty(read.Documents);
        Assert.Equal(["Content/file.config", "Media"], read.Unreadable.Select(problem => problem.File));
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(Path.Combine(folder.Path, "large.config")))
        {
            file.SetLength(USyncDisk.LargestFile + 1);
        }

        Assert.Contains("larger", Assert.Single(USyncFolder.Read(folder.Path).Unreadable).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../other.config")]
    [InlineData("Content/../../other.config")]
    [InlineData("/etc/other.config")]
    public void A_file_name_that_leaves_the_folder_is_refused(string file)
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<USyncException>(() => USyncFolder.Locate(folder.Path, file));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_that_names_it()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => USyncFolder.Read("/nowhere/usync"));

        Assert.Contains("/nowhere/usync", error.Message, StringComparison.Ordinal);
    }
}
