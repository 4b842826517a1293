using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.Tests.USync.Files;

public class USyncDiffTests
{
    [Theory]
    [InlineData("<a><b>1</b><c>2</c></a>", "<a><c>2</c><b>1</b></a>", "")]
    [InlineData("<a><b>1</b></a>", "<a><b>2</b></a>", "b")]
    [InlineData("<a Key=\"x\"><b>1</b></a>", "<a Key=\"y\"><b>1</b></a>", "Key")]
    [InlineData("<a><b Culture=\"nl\">1</b><b Culture=\"en\">2</b></a>", "<a><b Culture=\"nl\">1</b><b Culture=\"en\">3</b></a>", "b[en]")]
    [InlineData("<a><b>1</b></a>", "<a />", "b")]
    [InlineData("<a><b>{\"x\":1,\"y\":[2]}</b></a>", "<a><b>{ \"y\": [ 2 ], \"x\": 1 }</b></a>", "")]
    [InlineData("<a><b>[1,2]</b></a>", "<a><b>[2,1]</b></a>", "b")]
    [InlineData("<a><b>one\r\ntwo</b></a>", "<a><b>one\ntwo</b></a>", "")]
    [InlineData("<a><b>{x}</b></a>", "<a><b>{x} </b></a>", "b")]
    public void Two_items_differ_in_these_fields(string wanted, string current, string fields) =>
        Assert.Equal(fields, string.Join(",", USyncDiff.Fields(XElement.Parse(wanted), XElement.Parse(current))));
}
