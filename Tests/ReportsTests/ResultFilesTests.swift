import Diagnostics
import Foundation
import Grading
import Loading
import Reports
import TestSupport
import Testing

/// What programs and spreadsheets read.
struct ResultFilesTests {
  @Test func `the result is canonical, and its digest covers all but digest and provenance`() throws
  {
    let sample = try SampleRound()
    let result = ResultJSON(sample.round, trace: true)
    let first = result.bytes(
      provenance: .init(engine: "parindex 1", files: [.init(path: "a.yaml", sha256: "00")]),
      digest: FileAccess.digest)
    let second = result.bytes(
      provenance: .init(engine: "parindex 2", files: []), digest: FileAccess.digest)
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(first)) as? [String: Any])
    let other = try #require(try JSONSerialization.jsonObject(with: Data(second)) as? [String: Any])
    #expect(parsed["format"] as? String == "parindex/result@1")
    #expect(parsed["digest"] as? String == other["digest"] as? String)
    var rest = parsed
    rest["digest"] = nil
    rest["provenance"] = nil
    let again = try JSONSerialization.data(
      withJSONObject: rest, options: [.sortedKeys, .withoutEscapingSlashes])
    #expect(Array(again) == result.canonical())
    #expect(parsed["digest"] as? String == FileAccess.digest(Array(again)))
    expectGolden(pretty(parsed), "result.json")
  }

  private func pretty(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

  @Test(arguments: Language.allCases)
  func `rankings and sheets open in a spreadsheet`(_ language: Language) throws {
    let sample = try SampleRound()
    expectGolden(RankingCSV(sample.round, language).text(), "ranking.\(language.rawValue).csv")
    expectGolden(
      ScoreSheetCSV(sample.round, language).text(units: [try sample.unit("so-tai-chinh")]),
      "sheet.\(language.rawValue).csv")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+84", "+84"), ("-0,25", "-0,25"), ("-A1", "'-A1"), ("@x", "'@x"),
    ("\tx", "\"'\tx\""), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("-1,2,3", "\"'-1,2,3\""),
    ("+", "'+"), ("x=1", "x=1"), ("", ""),
  ])
  func `no cell is run as a formula`(_ cell: String, _ written: String) {
    var csv = CSVText(.vietnamese)
    csv.row([cell])
    let quoted = written.contains(",") && !written.hasPrefix("\"") ? "\"\(written)\"" : written
    #expect(csv.text == "\u{FEFF}\(quoted)\r\n")
  }

  @Test(arguments: ["0", "12", "-0.25", "1.25", "5/3", "-2/3", "0.0000005", "1234567.125"])
  func `a number's cell holds what the number says`(_ text: String) throws {
    let value = try #require(Exact(parsing: text))
    for language in [Language.vietnamese, .english] {
      var direct = CSVText(language)
      direct.cell(value)
      direct.endRow()
      var spelled = CSVText(language)
      spelled.row([spelled.number(value)])
      #expect(direct.text == spelled.text)
      #expect(!direct.text.contains("'"))
    }
  }
}
