using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Tests.Site;

public class TownNamesTests
{
    [Theory]
    [InlineData("Deventer", "Deventer")]
    [InlineData("Bukomansimbi (Oeganda)", "Bukomansimbi")]
    [InlineData("Deventer en Bukomansimbi (Oeganda)", "Deventer|Bukomansimbi")]
    [InlineData("Deventer, Sibiu en Cluj", "Deventer|Sibiu|Cluj")]
    [InlineData("Deventer, Apeldoorn, Zutphen en de regio Zwolle", "Deventer|Apeldoorn|Zutphen")]
    [InlineData("Deventer en Deventer", "Deventer")]
    [InlineData("Berg en Dal, Den Haag en 's-Hertogenbosch", "Berg en Dal|Den Haag|'s-Hertogenbosch")]
    [InlineData("Bergen (", "Bergen (")]
    [InlineData("overal", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void What_an_editor_typed_has_these_towns(string? typed, string towns) => Assert.Equal(towns, string.Join('|', TownNames.Of(typed)));
}
