import Diagnostics
import Grading
import Testing

@testable import Reports

struct ReportWordsTests {
  /// 12 of 771 and 15 of 881 are 1,56% and 1,70%; exactly they lie 0,146 apart.
  @Test(arguments: [
    (12, 771, 15, 881, "tăng 0,14 điểm phần trăm", "up 0.14 percentage points"),
    (15, 881, 12, 771, "giảm 0,14 điểm phần trăm", "down 0.14 percentage points"),
    (1, 3, 3_334, 10_000, "tăng 0,01 điểm phần trăm", "up 0.01 percentage points"),
    (3_333, 10_000, 1, 3, "không đổi", "unchanged"),
  ])
  func `a change of a rate is the difference of the rates as they are printed`(
    _ part: Int, _ of: Int, _ later: Int, _ ofLater: Int, _ vietnamese: String, _ english: String
  ) throws {
    let before = try #require(Exact(part, over: of))
    let now = try #require(Exact(later, over: ofLater))
    #expect(ReportWords(.vietnamese).change(from: before, to: now) == vietnamese)
    #expect(ReportWords(.english).change(from: before, to: now) == english)
  }
}
