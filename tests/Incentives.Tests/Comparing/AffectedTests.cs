using Incentives.Core.Comparing;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Comparing;

/// <summary>Which awards' rows are judged again under a variant: those that can come out otherwise, and no more.</summary>
public sealed class AffectedTests
{
    [Theory]
    [InlineData("standards-30-10-5", "by-level", true, "标准制修订")]
    [InlineData("standards-30-10-5", "by-level", false, "湖南名品")]
    [InlineData("standards-30-10-5", "by-level", false, "中国质量奖")]
    [InlineData("hunan-laozihao", "tier-5", true, "湖南老字号")]
    [InlineData("hunan-laozihao", "tier-5", true, "湖南名品")]
    [InlineData("hunan-laozihao", "tier-5", true, "湖南省省长质量奖")]
    [InlineData("hunan-laozihao", "tier-5", false, "标准制修订")]
    [InlineData("hunan-laozihao", "tier-30", false, "湖南老字号")]
    public void A_reading_of_Zhuzhou(string reading, string option, bool isAffected, string award)
    {
        DiagnosticBag bag = new();
        RuleSet rules = RuleSet.Read([Repository.Path(Calculation.Zhuzhou)], bag);
        BatchRequest request = new() { Rosters = [], Symbols = new Symbols() };
        BatchPlan first = Batch.PlanOf(rules, request, bag, out _)!, second = Batch.PlanOf(rules, request with { Readings = new Dictionary<string, string> { [reading] = option } }, bag, out _)!;
        Affected.SameColumns(first, second).Should().BeTrue();
        Affected.Awards(first, second)!.Contains(request.Symbols!.Intern(award)).Should().Be(isAffected);
    }
}
