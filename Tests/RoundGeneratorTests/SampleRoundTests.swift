import Diagnostics
import Foundation
import RoundGenerator
import Testing
import YAMLReading

/// The sample round that the repository ships.
struct SampleRoundTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let round = root + "/Submissions/khanh-hoa-2017"

  /// Made once: making it takes seconds in a debug build.
  static let made = Result { try sample() }

  static func sample() throws -> [GeneratedFile] {
    try SampleRound(
      criteriaFolder: root + "/Criteria/khanh-hoa-2017", roundFolder: round
    ).files()
  }

  /// With `RECORD_GOLDEN=1` the shipped files are written anew, and the run fails.
  @Test
  func `the shipped round is what the generator writes`() throws {
    let files = try Self.made.get()
    #expect(Set(files.map(\.path)).count == files.count)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      for folder in ["registers", "units"] {
        try? FileManager.default.removeItem(atPath: "\(Self.round)/\(folder)")
      }
      try SampleRound(
        criteriaFolder: Self.root + "/Criteria/khanh-hoa-2017", roundFolder: Self.round
      ).write(to: Self.round)
      Issue.record("wrote \(files.count) files")
      return
    }
    for file in files {
      let shipped = FileManager.default.contents(atPath: "\(Self.round)/\(file.path)")
      #expect(shipped == Data(file.text.utf8), "\(file.path)")
    }
    // Nothing is left over from an earlier seed.
    let made = Set(files.map(\.path))
    for folder in ["registers", "units"] {
      let found = FileManager.default.enumerator(atPath: "\(Self.round)/\(folder)")
      while let name = found?.nextObject() as? String {
        guard found?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
        #expect(made.contains("\(folder)/\(name)"), "\(folder)/\(name)")
      }
    }
  }

  @Test
  func `every made-up YAML file reads without a problem and says that it is illustrative`() throws {
    for file in try Self.made.get() where file.path.hasSuffix(".yaml") {
      let result = readYAML(SourceText(path: file.path, file.text))
      #expect(result.diagnostics.isEmpty, "\(file.path)")
      #expect(file.text.hasPrefix("# Số liệu minh họa"))
      if file.path.hasSuffix("self-assessment.yaml") {
        #expect(file.text.contains("\nillustrative: yes\n"))
      }
    }
  }
}
