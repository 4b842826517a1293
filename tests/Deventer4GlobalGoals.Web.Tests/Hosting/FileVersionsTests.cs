using System.Buffers.Text;
using System.Security.Cryptography;
using Deventer4GlobalGoals.Web.Hosting;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Deventer4GlobalGoals.Web.Tests.Hosting;

/// <summary>The versions behind the addresses of styles and scripts.</summary>
public sealed class FileVersionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-versions-").FullName;
    private readonly PhysicalFileProvider _files;
    private readonly FileVersions _versions;

    public FileVersionsTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "css"));
        File.WriteAllText(Path.Combine(_folder, "css", "site.css"), "p { color: black }");
        _files = new PhysicalFileProvider(_folder);
        _versions = new FileVersions(new Root(_files));
    }

    public void Dispose()
    {
        _files.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("", "/css/site.css", "/css/site.css")]
    [InlineData("", "/css/site.css?v=1#top", "/css/site.css")]
    [InlineData("/under", "/under/css/site.css", "/under/css/site.css")]
    public void A_file_of_the_site_has_its_hash(string start, string path, string expected)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData("p { color: black }"u8));

        Assert.Equal($"{expected}?v={hash}", _versions.AddFileVersionToPath(start, path));
    }

    [Theory]
    [InlineData("", "/css/other.css")]
    [InlineData("", "https://voorbeeld.nl/css/site.css")]
    [InlineData("", "/css/../../secret?x=1")]
    [InlineData("", "")]
    [InlineData("/under", "/elsewhere/css/site.css")]
    public void What_is_no_file_of_the_site_stays_as_it_is(string start, string path) => Assert.Equal(path, _versions.AddFileVersionToPath(start, path));

    [Fact]
    public void A_file_that_changed_has_another_version()
    {
        var before = _versions.AddFileVersionToPath(PathString.Empty, "/css/site.css");
        File.WriteAllText(Path.Combine(_folder, "css", "site.css"), "p { color: green; margin: 0 }");

        Assert.NotEqual(before, _versions.AddFileVersionToPath(PathString.Empty, "/css/site.css"));
    }

    /// <summary>A user has 128 of them on Linux as it comes; a page that needs one fails when they are gone (issue 6).</summary>
    [Fact]
    public async Task A_page_takes_none_of_the_machines_file_watchers()
    {
        var before = Watchers();
        await using var site = await CommunitySite.StartAsync();

        await site.DocumentAsync("/");
        await site.DocumentAsync("/umbraco/sign-in");

        // Those of sites that are gone may have been cleaned up meanwhile.
        Assert.InRange(Watchers(), 0, before);
    }

    private static int Watchers() => Directory.EnumerateFiles("/proc/self/fd")
        .Count(descriptor => new FileInfo(descriptor).LinkTarget?.Contains("inotify", StringComparison.Ordinal) == true);

    private sealed class Root(IFileProvider files) : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = string.Empty;

        public IFileProvider WebRootFileProvider { get; set; } = files;

        public string ApplicationName { get; set; } = string.Empty;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = string.Empty;

        public string EnvironmentName { get; set; } = "Production";
    }
}
