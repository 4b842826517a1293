using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>uSync's XML on disk: UTF-8 without a mark, two spaces, line feeds, nothing after the last tag.</summary>
internal static class USyncDisk
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const long LargestFile = 10 * 1024 * 1024;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
        MaxCharactersFromEntities = 1024,
    };

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
    };

    /// <exception cref="XmlException">Not XML, with a document type, or too large.</exception>
    public static XElement Load(FileInfo file)
    {
        if (file.Length > LargestFile)
        {
            throw new IOException($"The file is larger than {LargestFile} bytes.");
        }

        using var stream = file.OpenRead();
        using var reader = XmlReader.Create(stream, Reading);
        return XElement.Load(reader, LoadOptions.SetLineInfo);
    }

    public static byte[] ToBytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Writing))
        {
            new XDocument(root).Save(writer);
        }

        return stream.ToArray();
    }
}
