using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>How often a new nomination may be saved.</summary>
public sealed class NominationLimits() : FormLimits(PerPerson, PerAddress)
{
    /// <summary>New nominations per hour with one mail address.</summary>
    public const int PerPerson = 5;

    /// <summary>New nominations per hour from one network address; in the last minutes a whole event may sit behind one.</summary>
    public const int PerAddress = 500;
}
