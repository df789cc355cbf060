import Diagnostics
import TestSupport
import Testing

@testable import Loading

struct CSVPropertyTests {
  private static let letters = Array("aB9,;\t\"\n .%-đễ").map(String.init) + ["Sở", "e\u{301}"]

  /// Writes a cell so that any reader gets it back.
  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func cell(_ random: inout SplitMix64) -> String {
    let length = Int.random(in: 0...6, using: &random)
    return (0..<length).map { _ in Self.letters.randomElement(using: &random) ?? "" }.joined()
  }

  private func expected(_ text: String) -> String {
    let blanks: Set<Character> = [" ", "\n", "\t"]
    return String(
      text.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
  }

  @Test(arguments: 0..<100)
  func `whatever is written with quotes is read back`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let columns = Int.random(in: 1...5, using: &random)
    let separator = ([",", ";", "\t"] as [String]).randomElement(using: &random) ?? ","
    let end = (["\n", "\r\n", "\r"] as [String]).randomElement(using: &random) ?? "\n"
    let header = (0..<columns).map { "cột \($0)" }
    let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      (0..<columns).map { _ in cell(&random) }
    }
    let lines = [header] + rows
    let text = lines.map { $0.map(quoted).joined(separator: separator) }.joined(separator: end)
    let (table, diagnostics) = csv(text)
    #expect(diagnostics.isEmpty)
    let wanted = rows.map { $0.map(expected) }.filter { $0.contains { !$0.isEmpty } }
    let read = try #require(table)
    #expect(read.texts == [header] + wanted)
    for row in read.rows {
      for column in 0..<columns {
        #expect(row[column].span.start < row[column].span.end)
      }
    }
  }

  @Test func `random bytes are read or refused`() {
    var random = SplitMix64(seed: 2017)
    let alphabet: [UInt8] =
      Array("ab1,;\t\"\"\n\r ".utf8) + [0xC3, 0xA1, 0xEF, 0xBB, 0xBF, 0xC2, 0xA0]
    for round in 0..<1000 {
      var bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      if round % 3 == 0 { bytes = bytes.filter { $0 < 0x80 } }
      let source = SourceText(file: SourceFile(path: "a.csv"), bytes: bytes)
      let (table, diagnostics) = readCSV(source)
      #expect(table != nil || !diagnostics.isEmpty)
      for row in table?.rows.map({ $0 }) ?? [] {
        #expect(row.count == table?.header.count)
        for column in 0...row.count {
          #expect(row[column].span.start <= row[column].span.end)
          #expect(row[column].isEmpty == row[column].text.isEmpty)
        }
      }
    }
  }

  private static let large: [(name: String, text: String)] = [
    ("separators", String(repeating: ",", count: 300_000)),
    ("quotes", String(repeating: "\"", count: 300_001)),
    ("line ends", String(repeating: "\n", count: 300_000)),
    ("rows", String(repeating: "a\n", count: 100_000)),
    ("open quotes", String(repeating: "\"a\n", count: 100_000)),
    ("text behind quotes", String(repeating: "\"a\"b\n", count: 50_000)),
    ("one long cell", "a\n" + String(repeating: "b", count: 1_200_000)),
    ("columns", String(repeating: "a,", count: 600)),
  ]

  @Test(arguments: large.map(\.name))
  func `a large file of one thing is read or refused soon`(_ name: String) throws {
    let file = try #require(Self.large.first { $0.name == name })
    let (table, diagnostics) = csv(file.text)
    #expect(table != nil || !diagnostics.isEmpty)
    #expect(diagnostics.count <= 201)
  }
}
