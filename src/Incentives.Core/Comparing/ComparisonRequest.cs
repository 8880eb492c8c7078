using Incentives.Core.Evaluation;

namespace Incentives.Core.Comparing;

/// <summary>A comparison to make.</summary>
/// <param name="Batch">Rosters, history, lists, period: the same for all variants. Its readings and settings are not used.</param>
/// <param name="List">The base and its variants.</param>
internal sealed record ComparisonRequest(BatchRequest Batch, VariantList List);
