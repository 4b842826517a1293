namespace Deventer4GlobalGoals.Cms.Media.Uploads;

/// <summary>The checks at the door of the media folder, for files that are kept elsewhere because not everybody may see them.</summary>
public interface IUploadGuard
{
    /// <summary>The name with the extension that fits a bitmap's content; else the name itself.</summary>
    string FittingName(string name, Stream file);

    /// <param name="name">As whoever sent the file knows it.</param>
    /// <param name="file">Can be sought in.</param>
    /// <returns>What to keep: the file itself, from its beginning, or its bytes without what is said about a picture.</returns>
    /// <exception cref="UploadRefusedException">It may not be kept; the message says why, in the language of the request.</exception>
    Stream Check(string name, Stream file);
}
