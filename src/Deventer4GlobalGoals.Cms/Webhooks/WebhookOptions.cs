using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>
/// <c>Site:Webhooks</c>: what Umbraco's own settings have no key for. Umbraco's own are <c>Umbraco:CMS:Webhook</c> (Enabled,
/// MaximumRetries, Period, EnableLoggingCleanup, KeepLogsForDays, PayloadType).
/// </summary>
public sealed class WebhookOptions : IValidatableObject
{
    public const string Section = "Site:Webhooks";

    /// <summary>Seconds that a receiver has to answer: 1 to 100, default 10.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>How many receivers are spoken to at once: 1 to 64, default 4. One of them never gets two messages at a time.</summary>
    [Range(1, 64)]
    public int Lanes { get; set; } = 4;

    /// <summary>Private networks that messages may go to all the same: "10.1.0.0/16", "127.0.0.1/32". Default: none.</summary>
    public IList<string> AllowedNetworks { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => AllowedNetworks
        .Where(network => !IPNetwork.TryParse(network, out _))
        .Select(network => new ValidationResult($"'{network}' is no network such as 10.1.0.0/16.", [nameof(AllowedNetworks)]));

    internal bool Allows(IPAddress address) => AllowedNetworks.Any(network => IPNetwork.Parse(network).Contains(address));
}
