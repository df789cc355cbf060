import DossierCounting
import Foundation
import TestSupport
import Testing

/// The fast reader against the plain one on a corpus that is kept, and on changes of it.
///
/// `PARINDEX_FUZZ_SECONDS=600 swift test --filter RecordFuzz` goes on for that long from a seed that
/// nobody chose; what the readers differ on is written into the corpus, where it stays.
struct RecordFuzzTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  private static func corpus() throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }

  /// Whether both readers say the same, wherever the file is cut.
  private static func agree(_ bytes: [UInt8], _ random: inout SplitMix64) throws -> Bool {
    let whole = try RecordReadingTests.example().count(bytes)
    guard RecordReadingTests.read(whole) == RecordReadingTests.expected(bytes) else { return false }
    let size = 64 * Int.random(in: 1...8, using: &random)
    let width = [128, 256, CountingOptions.widestVectors].randomElement(using: &random)
    return try RecordReadingTests.example().count(
      bytes, blockSize: size, threads: Int.random(in: 1...3, using: &random), width: width) == whole
  }

  /// Bytes changed, taken out, doubled, moved or cut off behind the header.
  private static func changed(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let head = RecordReadingTests.header.utf8.count
    var rows = Array(bytes.dropFirst(head))
    let signs = Array("\",\n\r;\t 0-T:xé\u{0}".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !rows.isEmpty {
      let place = Int.random(in: 0..<rows.count, using: &random)
      let end = min(rows.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: rows[place] = signs.randomElement(using: &random) ?? 0
      case 1: rows[place] = UInt8.random(in: 0...255, using: &random)
      case 2: rows.removeSubrange(place..<end)
      case 3: rows.insert(contentsOf: rows[place..<end], at: place)
      case 4:
        let part = Array(rows[place..<end])
        rows.insert(contentsOf: part, at: Int.random(in: 0...rows.count, using: &random))
      default: rows.removeSubrange(place...)
      }
    }
    return Array(bytes.prefix(head)) + rows
  }

  @Test
  func `the corpus reads alike, however it is cut`() throws {
    let corpus = try Self.corpus()
    #expect(corpus.count >= 12)
    for (name, bytes) in corpus {
      var random = SplitMix64(seed: 1)
      for _ in 0..<4 { #expect(try Self.agree(bytes, &random), "\(name)") }
    }
  }

  @Test
  func `changes of the corpus read alike`() throws {
    let seconds = ProcessInfo.processInfo.environment["PARINDEX_FUZZ_SECONDS"].flatMap(Double.init)
    let end = seconds.map { Date().addingTimeInterval($0) }
    var random = SplitMix64(seed: seconds == nil ? 2019 : UInt64.random(in: 0 ... .max))
    var rounds = 0
    repeat {
      for (name, bytes) in try Self.corpus() {
        for _ in 0..<(seconds == nil ? 30 : 100) {
          let input = Self.changed(bytes, &random)
          rounds += 1
          if try Self.agree(input, &random) { continue }
          let digest = input.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }
          let kept = Self.folder.appendingPathComponent("found-\(String(digest, radix: 16)).csv")
          try Data(input).write(to: kept)
          Issue.record("from \(name): the readers differ on \(kept.lastPathComponent)")
          return
        }
      }
    } while end.map { Date() < $0 } ?? false
    print("\(rounds) inputs read alike")
  }
}
