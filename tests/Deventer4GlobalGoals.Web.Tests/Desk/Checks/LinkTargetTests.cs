using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Desk.Checks;

/// <summary>Which addresses lead somewhere on the site as it is shipped.</summary>
[Collection(ReadsOnly.Name)]
public sealed class LinkTargetTests(SharedSite shared)
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/doelen/12-verantwoord-verbruik", true)]
    [InlineData("/en", true)]
    [InlineData("/zoeken?q=afval", true)]
    [InlineData("/agenda.ics", true)]
    [InlineData("/css/desk.css", true)]
    [InlineData("#boven", true)]
    [InlineData("mailto:a@voorbeeld.nl", true)]
    [InlineData("https://elders.nl/weg", true)]
    [InlineData("/umbraco/users", false)]
    [InlineData("/doelen/18-bestaat-niet", false)]
    [InlineData("/en/nowhere", false)]
    [InlineData("/media/weg.jpg", false)]
    [InlineData("over-ons", false)]
    [InlineData("/{localLink:umb://document/00000000000000000000000000000001}", false)]
    public void An_address_leads_somewhere_when_the_site_answers_it(string address, bool leads) =>
        Assert.Equal(leads, shared.Site.Get<LinkTargets>().Leads(address));
}
