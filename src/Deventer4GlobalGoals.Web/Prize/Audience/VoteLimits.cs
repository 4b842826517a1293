using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>How often a link to vote with may be mailed. An address is counted by its hash: it isn't kept here either.</summary>
public sealed class VoteLimits() : FormLimits(PerPerson, PerAddress)
{
    /// <summary>Links per hour to one mailbox, by whatever name it is called.</summary>
    public const int PerPerson = 3;

    /// <summary>Links per hour from one network address; on the night a hall full of people sits behind one.</summary>
    public const int PerAddress = 500;
}
