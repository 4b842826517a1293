using Deventer4GlobalGoals.Cms.Persistence.Templates;
using Umbraco.Cms.Core.Models;
using File = System.IO.File;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Templates;

public sealed class TemplateRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly TemplateRepository _templates;

    public TemplateRepositoryTests() => _templates = new TemplateRepository(_world.Scopes, _world.Strings, _world.TemplateFiles);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_template_without_content_is_a_name_and_makes_no_file()
    {
        var saved = Save("Prijsuitreiking", "prizeEdition");

        var found = _world.Ask(() => _templates.Get("prizeedition"))!;
        Assert.Equal((saved.Id, saved.Key, "prizeEdition", "Prijsuitreiking"), (found.Id, found.Key, found.Alias, found.Name));
        Assert.Equal("", found.Content);
        Assert.False(File.Exists(ViewPath("prizeEdition")));
    }

    [Fact]
    public void The_content_of_a_template_is_its_view_file()
    {
        Directory.CreateDirectory(Path.Combine(_world.Folder, "Views"));
        File.WriteAllText(ViewPath("home"), "<h1>Deventer</h1>");
        Save("Home", "home");

        Assert.Equal("<h1>Deventer</h1>", _world.Ask(() => _templates.Get("home"))!.Content);

        Save("Doel", "goal", "<h1>Doel</h1>");
        Assert.Equal("<h1>Doel</h1>", File.ReadAllText(ViewPath("goal")));
        Assert.Equal(Stream.Null, _world.Ask(() => _templates.GetFileContentStream("nothing.cshtml")));
    }

    [Fact]
    public void Masters_and_what_inherits_from_them_know_each_other()
    {
        var master = Save("Master", "master");
        var page = Save("Page", "page", master: master);
        var deep = Save("Deep", "deep", master: page);

        Assert.True(_world.Ask(() => _templates.Get(master.Id))!.IsMasterTemplate);
        Assert.Equal("master", _world.Ask(() => _templates.Get(page.Id))!.MasterTemplateAlias);
        Assert.Equal([page.Id], _world.Ask(() => _templates.GetChildren(master.Id).Select(template => template.Id).ToArray()));
        Assert.Equal([page.Id, deep.Id], _world.Ask(() => _templates.GetDescendants(master.Id).Select(template => template.Id).ToArray()));

        _world.Do(() => _templates.Delete(page));
        var orphan = _world.Ask(() => _templates.Get(deep.Id))!;
        Assert.Null(orphan.MasterTemplateAlias);
        Assert.Equal($"-1,{deep.Id}", orphan.Path);
    }

    [Fact]
    public void Changing_the_master_moves_the_branch()
    {
        var one = Save("Een", "een");
        var two = Save("Twee", "twee");
        var page = Save("Pagina", "pagina", master: one);
        var deep = Save("Diep", "diep", master: page);

        SetMaster(page, two);
        _world.Do(() => _templates.Save(page));

        Assert.Equal($"-1,{two.Id},{page.Id},{deep.Id}", _world.Ask(() => _templates.Get(deep.Id))!.Path);
    }

    [Fact]
    public void An_alias_is_given_once()
    {
        Save("Pagina", "page");

        Assert.Equal("page1", Save("Andere pagina", "page").Alias);
    }

    private static void SetMaster(Template template, Template master)
    {
        template.MasterTemplateAlias = master.Alias;
        template.MasterTemplateId = new Lazy<int>(master.Id);
    }

    private Template Save(string name, string alias, string? content = null, Template? master = null)
    {
        var template = new Template(_world.Strings, name, alias) { Content = content };
        if (master is not null)
        {
            SetMaster(template, master);
        }

        _world.Do(() => _templates.Save(template));
        return template;
    }

    private string ViewPath(string alias) => Path.Combine(_world.Folder, "Views", alias + ".cshtml");
}
