import Diagnostics
import Foundation
import Grading
import Loading
import RoundGenerator
import TestSupport
import Testing
import YAMLReading

/// Rounds made to measure with.
struct LargeRoundTests {
  static func bytes(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let found = FileManager.default.enumerator(atPath: folder)
    while let name = found?.nextObject() as? String {
      guard found?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return files
  }

  @Test
  func `a round of any size is whole and reads as YAML`() throws {
    let folder = try TemporaryFolder()
    var last = 0
    try LargeRound(units: 12, blocks: 3, writesEvidence: true)
      .write(to: folder.path("big")) { last = $0 }
    #expect(last == 12)
    let files = try Self.bytes(of: folder.path("big"))
    #expect(files.count == 4 + 2 * 12)
    for (name, data) in files where name.hasSuffix(".yaml") {
      let result = readYAML(SourceText(path: name, String(decoding: data, as: UTF8.self)))
      #expect(result.diagnostics.isEmpty, "\(name)")
    }
  }

  @Test
  func `its criteria are clean and have eighty sub-criteria`() throws {
    let folder = try TemporaryFolder()
    try LargeRound(units: 1).write(to: folder.path("big"))
    let loading = loadCriteriaSet(folder.path("big/criteria/so.yaml"))
    #expect(
      loading.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    )
    let set = try #require(loading.set)
    #expect(set.items.count == 80)
    let total = set.items.map(\.maximum).reduce(Exact.zero, +)
    #expect(total == Exact(100))
  }

  @Test
  func `one seed gives the same bytes, another gives others`() throws {
    let folder = try TemporaryFolder()
    try LargeRound(units: 5).write(to: folder.path("a"))
    try LargeRound(units: 5).write(to: folder.path("b"))
    try LargeRound(units: 5, seed: 7).write(to: folder.path("c"))
    let first = try Self.bytes(of: folder.path("a"))
    #expect(try Self.bytes(of: folder.path("b")) == first)
    #expect(try Self.bytes(of: folder.path("c")) != first)
  }

  @Test
  func `a larger round begins with the smaller one's units`() throws {
    let folder = try TemporaryFolder()
    try LargeRound(units: 3).write(to: folder.path("a"))
    try LargeRound(units: 6).write(to: folder.path("b"))
    let small = try Self.bytes(of: folder.path("a"))
    let large = try Self.bytes(of: folder.path("b"))
    for (name, data) in small where name.hasPrefix("units/") {
      #expect(large[name] == data, "\(name)")
    }
  }
}
