import Diagnostics
import Foundation
import Loading
import Testing

/// Every worked case beside the shipped criteria comes out as it says, and every rule is reached.
struct ShippedCasesTests {
  static let folder = ShippedCriteriaTests.folder + "/cases"

  @Test(arguments: [
    ("so", 1), ("so-van-phong", 1), ("so-thanh-tra", 1), ("huyen", 1), ("xa", 1),
    ("nganh-doc", 1), ("don-vi-su-nghiep", 1),
  ])
  func `all cases of a file come out as expected and cover its criteria`(
    _ name: String, _ least: Int
  ) {
    let run = runCases("\(Self.folder)/\(name).cases.yaml")
    #expect(
      run.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(run.diagnostics))")
    #expect(run.failed == 0)
    #expect(run.run >= least)
    for coverage in run.coverage {
      #expect(coverage.branches.covered == coverage.branches.total)
      #expect(coverage.bounds.covered == coverage.bounds.total)
    }
  }
}
