import Diagnostics
import Foundation
import Grading
import Loading
import Testing

/// The criteria that the repository ships are free of errors and add up.
struct ShippedCriteriaTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Criteria/khanh-hoa-2017").path

  @Test(arguments: [
    ("so", 8, 93), ("so-van-phong", 9, 89), ("so-thanh-tra", 9, 83), ("huyen", 8, 70),
    ("xa", 8, 49), ("nganh-doc", 7, 33), ("don-vi-su-nghiep", 6, 31),
  ])
  func `a shipped set loads whole`(_ name: String, _ areas: Int, _ items: Int) throws {
    let loading = loadCriteriaSet("\(Self.folder)/\(name).yaml")
    #expect(
      loading.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    )
    let set = try #require(loading.set)
    let regular = set.areas.filter { $0.kind == .regular }
    #expect(regular.count == areas)
    #expect(regular.map(\.items.count).reduce(0, +) == items)
    #expect(regular.map(\.maximum).reduce(.zero, +) == 100)
    for area in set.areas {
      #expect(area.items.map { set.items[$0].maximum }.reduce(.zero, +) == area.maximum)
    }
  }
}
