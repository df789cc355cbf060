import DossierCounting
import Foundation
import TestSupport
import Testing

/// Compressed exports against the same text uncompressed.
struct GzipTests {
  private static func text(_ rows: Int) -> [UInt8] {
    var text = "dossier,unit,received_at,due_at,returned_at\n"
    for row in 1...rows {
      let day = row % 7 + 10
      text += "H\(row),S1,2019-03-01T08:00,2019-03-12T17:00,2019-03-\(day)T09:00\n"
      if row % 50 == 0 { text += "H\(row)b,\"Cơ quan\nS2\",x,,\n" }
    }
    return Array(text.utf8)
  }

  /// Packs with the system's gzip.
  private static func packed(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-n", try folder.write("text", bytes: bytes)]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("text.gz"))))
  }

  @Test
  func `a packed export counts as the plain one, in blocks of any size`() throws {
    let text = Self.text(3000)
    let plain = try CountingExample().count(text)
    let half = text.count / 2
    let whole = try Self.packed(text)
    let members = try Self.packed(Array(text[..<half])) + Self.packed(Array(text[half...]))
    for bytes in [whole, members, members + [0, 0, 0]] {
      for (size, threads) in [(64, 2), (4096, 3), (256 << 10, 1)] {
        let count = try CountingExample().count(packed: bytes, blockSize: size, threads: threads)
        #expect(count == plain)
      }
    }
  }

  @Test
  func `cut off at any byte, nothing is counted and the fault is told`() throws {
    let text = Self.text(40)
    let whole = try Self.packed(text)
    for length in 0..<whole.count {
      let cut = Array(whole[..<length])
      let failure = #expect(throws: CountFailure.self) {
        try CountingExample().count(packed: cut, blockSize: 256, threads: 2, layout: text)
      }
      if length > 0 { #expect(failure?.fault == .endsTooSoon, "\(length) of \(whole.count) bytes") }
    }
  }

  @Test
  func `cut off at any byte, what could be unpacked counts as the plain lines before the cut`()
    throws
  {
    let text = Self.text(60)
    let whole = try Self.packed(text)
    let header = try #require(text.firstIndex(of: 0x0A)) + 1
    for length in stride(from: 1, to: whole.count, by: 3) {
      var count = try CountingExample().count(
        packed: Array(whole[..<length]), blockSize: 256, threads: 2, layout: text, takesCut: true)
      let bytes = try #require(count.cutAfter, "\(length)")
      // Lines that have their end; a quoted cell with a line break in it may be cut as well.
      let end = text[..<bytes].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      count.cutAfter = nil
      let plain = try CountingExample().count(Array(text[..<max(end, header)]))
      #expect(count == plain, "\(length) of \(whole.count) bytes")
    }
    let count = try CountingExample().count(packed: whole, layout: text, takesCut: true)
    #expect(try count.cutAfter == nil && count == CountingExample().count(text))
  }

  @Test
  func `a changed byte and what is no gzip are told`() throws {
    let text = Self.text(40)
    let whole = try Self.packed(text)
    for place in 10..<whole.count {
      var changed = whole
      changed[place] ^= 0x10
      let failure = #expect(throws: CountFailure.self) {
        try CountingExample().count(packed: changed, threads: 2, layout: text)
      }
      #expect(failure?.fault != nil)
    }
    for bytes in [text, whole + Array("more".utf8), whole + [0, 1]] {
      let failure = #expect(throws: CountFailure.self) {
        try CountingExample().count(packed: bytes, layout: text)
      }
      #expect(failure?.fault == .damaged)
    }
  }
}
