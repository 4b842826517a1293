using Deventer4GlobalGoals.Cms.Webhooks;

namespace Deventer4GlobalGoals.Cms.Tests.Webhooks;

public class WebhookSignatureTests
{
    /// <summary>The example that libraries of the Standard Webhooks specification are tested with.</summary>
    [Fact]
    public void A_message_is_signed_as_the_specification_shows() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Sign(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 40)]
    [InlineData(3, 160)]
    [InlineData(4, 640)]
    [InlineData(5, 2560)]
    [InlineData(6, 3600)]
    [InlineData(500, 3600)]
    public void Each_wait_is_longer_up_to_an_hour(int failed, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), WebhookDelivery.Wait(TimeSpan.FromSeconds(10), failed));
}
