using Deventer4GlobalGoals.Cms.Media.Uploads;
using Microsoft.Extensions.Hosting.Internal;
using Umbraco.Cms.Core.Models.TemporaryFile;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Uploads;

public sealed class TemporaryFilesTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Local);

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-temporary-").FullName;
    private readonly Clock _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_upload_is_there_until_its_time_is_over()
    {
        var files = Files();
        var upload = Upload("foto.png", "beeld", Noon.AddHours(1));
        await files.SaveAsync(upload);

        var found = (await Files().GetAsync(upload.Key))!;
        Assert.Equal(("foto.png", upload.AvailableUntil), (found.FileName, found.AvailableUntil));
        using (var reader = new StreamReader(found.OpenReadStream()))
        {
            Assert.Equal("beeld", await reader.ReadToEndAsync());
        }

        _clock.Now = Noon.AddHours(1);
        Assert.Null(await files.GetAsync(upload.Key));

        // The next upload takes it away.
        await files.SaveAsync(Upload("plan.pdf", "plan", Noon.AddHours(3)));
        Assert.Equal(["plan.pdf"], Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_name_leads_nowhere_else_and_a_deleted_upload_is_gone()
    {
        var files = Files();
        var upload = Upload("../../../../buiten.txt", "tekst", Noon.AddHours(1));
        await files.SaveAsync(upload);

        Assert.Equal("buiten.txt", (await files.GetAsync(upload.Key))!.FileName);
        Assert.Empty(Directory.EnumerateFiles(_folder));

        await files.DeleteAsync(upload.Key);
        await files.DeleteAsync(upload.Key);
        Assert.Null(await files.GetAsync(upload.Key));
    }

    private static TemporaryFileModel Upload(string name, string text, DateTime until) => new()
    {
        Key = Guid.NewGuid(),
        FileName = name,
        AvailableUntil = until,
        OpenReadStream = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
    };

    private TemporaryFiles Files() => new(new HostingEnvironment { ContentRootPath = _folder }, _clock);

    private sealed class Clock : TimeProvider
    {
        public DateTime Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Now).ToUniversalTime();
    }
}
