using System.Globalization;
using Deventer4GlobalGoals.Cms.Editors.Validation;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class LocalizedTextsTests
{
    private readonly LocalizedTexts _texts = new();

    [Theory]
    [InlineData("nl", "20 is te hoog. Het hoogste getal is 17.")]
    [InlineData("en-GB", "20 is too high. The highest number is 17.")]
    [InlineData("de-DE", "20 ist zu hoch. Die höchste Zahl ist 17.")]
    [InlineData("fr-FR", "20 is te hoog. Het hoogste getal is 17.")]
    public void What_validators_say_is_plain_in_three_languages(string culture, string expected) =>
        Assert.Equal(expected, _texts.Localize("validation", "outOfRangeMaximum", CultureInfo.GetCultureInfo(culture), new Dictionary<string, string?> { ["0"] = "20", ["1"] = "17" }));

    [Fact]
    public void Other_texts_come_from_Umbraco_and_fall_back_to_English()
    {
        Assert.Equal("Ongeldig e-mailadres", _texts.GetAllStoredValuesByAreaAndAlias(CultureInfo.GetCultureInfo("nl-NL"))["validation"]["invalidEmail"]);
        Assert.Equal("The chosen media type is invalid.", _texts.Localize("validation", "invalidMediaType", CultureInfo.GetCultureInfo("nl-NL")));
        Assert.Equal("[nergens]", _texts.Localize("validation", "nergens", CultureInfo.GetCultureInfo("nl-NL")));
    }
}
