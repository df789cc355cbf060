import Diagnostics
import Foundation
import RoundGenerator
import Testing
import YAMLReading

/// The sample rounds that the repository ships.
struct SampleRoundTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let round = folder(2017)
  static let years = [2017, 2019]

  static func folder(_ year: Int) -> String { root + "/Submissions/khanh-hoa-\(year)" }

  static func sample(_ year: Int) -> SampleRound {
    SampleRound(
      criteriaFolder: root + "/Criteria/khanh-hoa-\(year)", roundFolder: folder(year), year: year)
  }

  /// Made once: making them takes seconds in a debug build.
  private static let made = Dictionary(
    uniqueKeysWithValues: years.map { year in (year, Result { try sample(year).files() }) })

  static func files(_ year: Int) throws -> [GeneratedFile] {
    try #require(made[year]).get()
  }

  /// With `RECORD_GOLDEN=1` the shipped files are written anew, and the run fails.
  @Test(arguments: years)
  func `the shipped round is what the generator writes`(year: Int) throws {
    let files = try Self.files(year)
    let round = Self.folder(year)
    #expect(Set(files.map(\.path)).count == files.count)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      for folder in ["registers", "units"] {
        try? FileManager.default.removeItem(atPath: "\(round)/\(folder)")
      }
      try Self.sample(year).write(to: round)
      if year == 2017 { try SampleHistory.write(to: round) }
      Issue.record("wrote \(files.count) files")
      return
    }
    for file in files where !Self.isInLog(file.path, year) {
      let shipped = FileManager.default.contents(atPath: "\(round)/\(file.path)")
      #expect(shipped == Data(file.text.utf8), "\(file.path)")
    }
    // Nothing is left over from an earlier seed.
    let made = Set(files.map(\.path))
    for folder in ["registers", "units"] {
      let found = FileManager.default.enumerator(atPath: "\(round)/\(folder)")
      while let name = found?.nextObject() as? String {
        guard found?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
        #expect(made.contains("\(folder)/\(name)"), "\(folder)/\(name)")
      }
    }
  }

  /// The appraisal of 2017 is shipped as events.
  private static func isInLog(_ path: String, _ year: Int) -> Bool {
    year == 2017 && path.hasSuffix("/appraisal.yaml")
  }

  @Test(arguments: years)
  func `every made-up YAML file reads without a problem and says that it is illustrative`(
    year: Int
  ) throws {
    for file in try Self.files(year) where file.path.hasSuffix(".yaml") {
      let result = readYAML(SourceText(path: file.path, file.text))
      #expect(result.diagnostics.isEmpty, "\(file.path)")
      #expect(file.text.hasPrefix("# Số liệu minh họa"))
      if file.path.hasSuffix("self-assessment.yaml") {
        #expect(file.text.contains("\nillustrative: yes\n"))
      }
    }
  }
}
