using Deventer4GlobalGoals.Web.Prize.Files;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>What a file of a nomination may be and be called.</summary>
public sealed class AttachmentRulesTests
{
    [Theory]
    [InlineData("foto.JPG", "foto.jpg")]
    [InlineData("C:\\Users\\Nora\\Bureaublad\\cijfers.pdf", "cijfers.pdf")]
    [InlineData("../../etc/wachtwoorden.pdf", "wachtwoorden.pdf")]
    [InlineData("rekening\u202Efdp.docx", "rekeningfdp.docx")]
    [InlineData("a\"b<c>; filename=x.png", "abc filename=x.png")]
    [InlineData("  .pdf", "bestand.pdf")]
    [InlineData("", "bestand")]
    [InlineData("dakterras 🌱.webp", "dakterras 🌱.webp")]
    public void A_name_keeps_only_what_a_name_needs(string sent, string kept) => Assert.Equal(kept, AttachmentRules.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var name = AttachmentRules.Clean(new string('a', 400) + ".pdf");
        Assert.Equal((AttachmentRules.LongestName, ".pdf"), (name.Length, Path.GetExtension(name)));
    }

    [Theory]
    [InlineData("a.pdf", true, false)]
    [InlineData("a.png", true, true)]
    [InlineData("a.odt", true, false)]
    [InlineData("a.svg", false, false)]
    [InlineData("a.html", false, false)]
    [InlineData("a.docm", false, false)]
    [InlineData("a", false, false)]
    public void What_can_carry_a_script_is_no_attachment(string name, bool isAllowed, bool isPicture) =>
        Assert.Equal((isAllowed, isPicture), (AttachmentRules.IsAllowed(name), AttachmentRules.IsPicture(name)));
}
