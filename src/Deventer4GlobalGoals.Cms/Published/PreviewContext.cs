using System.Security.Claims;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// Whether this flow of control sees drafts. Only code that has checked who is asking enters it, with <see cref="Enter"/>;
/// there is no preview cookie, so a visitor can't. For that reason no user can enter or hold preview through Umbraco's contract.
/// </summary>
public sealed class PreviewContext : IPreviewService, IRequestPreviewService
{
    private readonly AsyncLocal<bool> _entered = new();

    /// <summary>Shows drafts until the result is disposed of, here and in whatever is started from here.</summary>
    public IDisposable Enter()
    {
        var before = _entered.Value;
        _entered.Value = true;
        return new Leave(this, before);
    }

    public bool IsInPreview() => _entered.Value;

    public bool IsPreview() => _entered.Value;

    public Task<bool> TryEnterPreviewAsync(IUser user) => Task.FromResult(false);

    public Task EndPreviewAsync() => Task.CompletedTask;

    public Task<Attempt<ClaimsIdentity>> TryGetPreviewClaimsIdentityAsync() =>
        Task.FromResult(Attempt<ClaimsIdentity>.Fail());

    private sealed class Leave(PreviewContext context, bool before) : IDisposable
    {
        public void Dispose() => context._entered.Value = before;
    }
}
