import DossierCounting
import Foundation
import TestSupport
import Testing

/// The records that a closed folder keeps of an export.
struct RecordCopiesTests {
  /// Rows with quoted separators, quotes and line ends, in a known column and in an unknown one,
  /// among empty lines and rows that are no record.
  private static func text(_ rows: Int, _ random: inout SplitMix64) -> String {
    let names = ["Lê A", "\"Trần\nThị\nB\"", "\"a \"\"b\"\", c\"", "", "x"]
    let statuses = ["Xong", "\"Xong, \"\"đã\"\" trả\"", "\"Xong\ntrả\"", "\"Xong\n\n\n\""]
    var text = "name,dossier,unit,received_at,due_at,returned_at,status,note\r\n"
    for row in 0..<rows {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: text += "\n"
      case 1: text += "broken,row\n"
      default: break
      }
      let name = names.randomElement(using: &random) ?? ""
      let status = statuses.randomElement(using: &random) ?? ""
      let note = names.randomElement(using: &random) ?? ""
      text += "\(name),H\(row),S1,2019-03-01,2019-03-05,2019-03-0\(row % 9 + 1),\(status),\(note)"
      text += row % 3 == 0 ? "\r\n" : "\n"
    }
    return text
  }

  private static func copy(
    _ example: ComparisonExample, _ text: String, _ options: CountingOptions = CountingOptions()
  ) throws -> String {
    let export = try #require(try example.open([.init(text: text)], "original").first)
    let path = try example.folder.write("copy.gz", "")
    let file = try #require(FileHandle(forWritingAtPath: path))
    #expect(copyRecords(of: export.open, to: file.fileDescriptor, options) == nil)
    try file.close()
    var bytes: [UInt8] = []
    #expect(unpack(path) { bytes += $0 })
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: 0..<12)
  func `a copy means the same, line by line, wherever the file is cut`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let example = try ComparisonExample()
    let text = Self.text(120, &random)
    let copied = try Self.copy(example, text)
    #expect(copied.hasPrefix("\"dossier\",\"unit\",\"received_at\","))
    #expect(!copied.contains("Thị") && !copied.contains("broken"))
    for threads in 1...3 {
      var options = CountingOptions()
      options.threads = threads
      options.blockSize = 64 * Int.random(in: 1...8, using: &random)
      #expect(try Self.copy(example, text, options) == copied)
    }
    let equal = try example.compare(text, copied)
    #expect(equal.lines.isEmpty && equal.same == 120 && equal.unreadable[1] == 0)
    let other = copied.replacing("Xong", with: "Chưa")
    var lines = 0
    _ = try compareRecords(
      example.open([.init(text: text)], "a"), example.open([.init(text: other)], "b")
    ) { difference in
      #expect(difference.a?.line == difference.b?.line, "\(difference.dossier)")
      lines += 1
    }.get()
    #expect(lines == 120)
  }

  @Test func `a full disk is told`() throws {
    let example = try ComparisonExample()
    let export = try #require(
      try example.open([.init(text: "\(ComparisonExample.header)\nA,S1,2019-03-01,,,\n")], "a")
        .first)
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let failure = try #require(copyRecords(of: export.open, to: full.fileDescriptor))
    #expect(failure.error == ENOSPC && !failure.isReading)
  }
}
