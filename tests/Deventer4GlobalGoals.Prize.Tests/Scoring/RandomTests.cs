using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Tests.Scoring;

public sealed class RandomTests
{
    [Fact]
    public void Numbers_follow_from_the_seed_alone()
    {
        var one = new SeededRandom(5);
        var same = new SeededRandom(5);
        Assert.Equal(Enumerable.Range(0, 20).Select(_ => one.Next()), Enumerable.Range(0, 20).Select(_ => same.Next()));
        Assert.NotEqual(SeededRandom.Seed(1, 2), SeededRandom.Seed(2, 1));
    }

    [Fact]
    public void They_have_the_moments_they_should()
    {
        var random = new SeededRandom(6);
        var normal = Enumerable.Range(0, 50_000).Select(_ => random.Normal()).ToArray();
        var gamma = Enumerable.Range(0, 50_000).Select(_ => random.Gamma(2.5)).ToArray();
        Assert.Equal(0, normal.Average(), 0.02);
        Assert.Equal(1, normal.Average(value => value * value), 0.03);
        Assert.Equal(2.5, gamma.Average(), 0.03);
        Assert.Equal(2.5, gamma.Average(value => (value - 2.5) * (value - 2.5)), 0.1);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.95, 1.644853627)]
    [InlineData(0.025, -1.959963985)]
    [InlineData(0.99999, 4.264890794)]
    public void Quantiles_are_those_of_the_tables(double probability, double expected) => Assert.Equal(expected, Normal.Quantile(probability), 1e-6);
}
