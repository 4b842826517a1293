using System.Threading.RateLimiting;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>How often a new nomination may be saved, and files may be sent with one.</summary>
public sealed class NominationLimits() : FormLimits(PerPerson, PerAddress)
{
    /// <summary>New nominations per hour with one mail address.</summary>
    public const int PerPerson = 5;

    /// <summary>New nominations per hour from one network address; in the last minutes a whole event may sit behind one.</summary>
    public const int PerAddress = 500;

    /// <summary>Files per hour with one nomination, also when they are removed again: each picture is decoded once.</summary>
    public const int PerNomination = 40;

    private readonly PartitionedRateLimiter<string> _files = Windows(PerNomination);

    /// <summary>Counts a file that is sent. False when there were too many.</summary>
    public bool MayAttach(Guid nomination) => Take(_files, nomination.ToString());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _files.Dispose();
        }

        base.Dispose(disposing);
    }
}
