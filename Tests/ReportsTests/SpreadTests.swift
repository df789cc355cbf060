import Grading
import Testing

@testable import Reports

struct SpreadTests {
  @Test
  func `nothing has no spread`() { #expect(Spread([]) == nil) }

  @Test(arguments: [
    ([3], [3, 3, 3, 3, 3]), ([4, 2], [2, 2, 3, 4, 4]), ([5, 1, 3], [1, 1, 3, 5, 5]),
    ([8, 6, 4, 2], [2, 2, 5, 6, 8]),
    ([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, Exact(9, over: 2) ?? 0, 6, 8]),
  ])
  func `lowest, quarters, median, highest`(_ example: ([Exact], [Exact])) throws {
    let spread = try #require(Spread(example.0))
    #expect(
      [
        spread.lowest, spread.lowerQuarter, spread.median, spread.upperQuarter, spread.highest,
      ] == example.1)
  }
}
