using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Access;

/// <summary>Who may read: everyone when access is public, and for the rest who sends the configured Api-Key. Drafts always want the key.</summary>
internal sealed class DeliveryAccess(IHttpContextAccessor http, IOptionsMonitor<DeliveryApiSettings> settings) : IApiAccessService
{
    public bool HasPublicAccess() => settings.CurrentValue is { Enabled: true } present && (present.PublicAccess || HasKey(present));

    public bool HasPreviewAccess() => settings.CurrentValue is { Enabled: true } present && HasKey(present);

    public bool HasMediaAccess() =>
        settings.CurrentValue is { Enabled: true, Media.Enabled: true } present
        && ((present.PublicAccess && present.Media.PublicAccess) || HasKey(present));

    private bool HasKey(DeliveryApiSettings present)
    {
        var given = http.HttpContext?.Request.Headers["Api-Key"].ToString();
        return !string.IsNullOrEmpty(present.ApiKey)
            && !string.IsNullOrEmpty(given)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(present.ApiKey));
    }
}
