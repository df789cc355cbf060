import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Loading

/// Every file of the sound round with faults that chance made: never a crash, and every place that
/// is told is in its file.
@Suite struct RandomInputTests {
  private static let files = [
    "criteria/so.yaml", "criteria/so-dac-thu.yaml", "criteria/huyen.yaml",
    "criteria/cases/so.cases.yaml", "criteria/calendar.yaml", "criteria/dossier-rules.yaml",
    "criteria/land.csv", "round/round.yaml", "round/units.yaml", "round/people.yaml",
    "round/registers/reports.csv", "round/registers/tasks.csv", "round/dossiers/tables.yaml",
    "round/dossiers/results.csv", "round/units/so-y-te/self-assessment.yaml",
    "round/units/so-y-te/evidence.yaml", "round/units/so-y-te/appraisal.yaml",
    "round/units/so-y-te/remedies.yaml",
  ]

  @Test(arguments: files)
  func `a file with faults is read or refused`(name: String) throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("thử")
    try FileManager.default.copyItem(
      atPath: BrokenInputTests.home.appendingPathComponent("Sound").path, toPath: copy)
    let path = copy + "/" + name
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SplitMix64(seed: UInt64(name.utf8.count) &* 7919)
    for _ in 0..<6 {
      let broken = mutated(sound, &random)
      try Data(broken).write(to: URL(fileURLWithPath: path))
      let check = PathCheck([copy])
      var faults: [String] = []
      for (file, diagnostics) in Dictionary(
        grouping: check.diagnostics, by: \.primary.span.file.path)
      {
        let own = diagnostics.map { diagnostic in
          var own = diagnostic
          own.secondary = diagnostic.secondary.filter { $0.span.file.path == file }
          return own
        }
        // CSV files may end their lines with a carriage return alone.
        var bytes = Array((try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data())
        if file.hasSuffix(".csv") { bytes = withSingleLineEnds(bytes) }
        faults += misplaced(own, in: bytes)
      }
      #expect(faults.isEmpty, "\(name): \(String(decoding: broken, as: UTF8.self))")
    }
  }

  @Test func `two thousand units in a chain, and as many below nobody`() throws {
    var text = "format: parindex/units@1\nunits:\n"
    for number in 0..<4000 {
      let parent = number % 2 == 0 ? "u-\(number + 2)" : "nobody-\(number)"
      text += "- {id: u-\(number), name: N, type: so, parent: \(parent)}\n"
    }
    let folder = try TemporaryFolder()
    let check = PathCheck([try folder.write("units.yaml", text)])
    #expect(check.diagnostics.count == 2001)
  }
}
