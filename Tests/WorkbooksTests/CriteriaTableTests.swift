import Diagnostics
import Grading
import Loading
import Spreadsheets
import TestSupport
import Testing
import Workbooks

/// Sets of criteria as tables, out and back.
@Suite struct CriteriaTableTests {
  static let sets = [
    "khanh-hoa-2017/don-vi-su-nghiep", "khanh-hoa-2017/huyen", "khanh-hoa-2017/nganh-doc",
    "khanh-hoa-2017/so", "khanh-hoa-2017/so-thanh-tra", "khanh-hoa-2017/so-van-phong",
    "khanh-hoa-2017/xa", "khanh-hoa-2019/don-vi-su-nghiep", "khanh-hoa-2019/huyen",
    "khanh-hoa-2019/nganh-doc", "khanh-hoa-2019/so", "khanh-hoa-2019/so-thanh-tra",
    "khanh-hoa-2019/so-van-phong", "khanh-hoa-2019/xa",
  ]

  @Test(arguments: sets)
  func aSetComesBackAsItWas(_ name: String) throws {
    let path = "\(SentForm.root)/Criteria/\(name).yaml"
    let set = try #require(loadCriteriaSet(path).set)
    let bytes = try BrokenTable.exported(path)
    let importer = CriteriaImporter(CriteriaImporter.Options(target: path))
    let (read, problems) = importer.read(bytes, path: "so.xlsx")
    #expect(
      problems.allSatisfy { $0.severity != .error }, "\(SentForm.shown(problems, .english))")
    let back = try #require(read)
    #expect(!back.isDraft)
    let (old, new) = (Self.content(set), Self.content(back.set))
    #expect(old.count > 2_000)
    let place = zip(old, new).first { $0 != $1 }
    #expect(old == new, "\(String(describing: place))")
  }

  @Test func theSameSetIsTheSameBytes() throws {
    let path = "\(SentForm.root)/Criteria/khanh-hoa-2017/so.yaml"
    #expect(try BrokenTable.exported(path) == BrokenTable.exported(path))
  }

  /// Everything a set says, place in a file and order of keys in memory apart.
  static func content(_ value: Any, _ label: String = "") -> [String] {
    if value is SourceSpan || label == "itemByID" { return [] }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .set || mirror.displayStyle == .dictionary {
      return ["\(label): " + mirror.children.map { "\($0.value)" }.sorted().joined(separator: " ")]
    }
    if mirror.children.isEmpty { return ["\(label): \(value)"] }
    return mirror.children.flatMap { content($0.value, "\(label).\($0.label ?? "")") }
  }

  // MARK: Annexes as offices type them

  @Test func anAnnexIsADraft() throws {
    let (read, problems) = try TypedAnnex().read()
    #expect(problems.map(\.code) == [.draft], "\(SentForm.shown(problems, .english))")
    let draft = try #require(read)
    #expect(draft.isDraft)
    expectGolden(draft.text, "annex-draft.yaml")
  }

  @Test func columnsStandInAnyOrderAndMayBeNamedOtherwise() throws {
    var annex = TypedAnnex()
    annex.heads = ["Ghi chú", "Thang điểm", "Nội dung", "STT", "Tài liệu kiểm chứng"]
    annex.rows = annex.rows.map { [$0[3], $0[2], $0[1], $0[0], $0[4]] }
    #expect(try annex.read().set?.text == TypedAnnex().read().set?.text)
  }

  @Test func areasMayHaveRomanNumbers() throws {
    var annex = TypedAnnex()
    annex.rows = annex.rows.map { row in
      var row = row
      switch row[0] {
      case "Lĩnh vực 1": row[0] = "I"
      case "Lĩnh vực 2": row[0] = "II."
      default: row[0] = row[0].split(separator: ".").dropFirst().joined(separator: ".")
      }
      return row
    }
    #expect(try annex.read().set?.text == TypedAnnex().read().set?.text)
  }

  @Test func numbersMayStandBeforeTitles() throws {
    var annex = TypedAnnex()
    annex.rows = annex.rows.map { row in
      let number = row[0].hasSuffix(".") ? String(row[0].dropLast()) : row[0]
      return ["", number.isEmpty ? row[1] : "\(number). \(row[1])"] + row[2...]
    }
    #expect(try annex.read().set?.text == TypedAnnex().read().set?.text)
  }

  @Test func aYearIsAskedFor() throws {
    var annex = TypedAnnex()
    annex.above = "BỘ TIÊU CHÍ CỦA CÁC SỞ"
    #expect(try annex.read().set == nil)
    #expect(try annex.read(year: 2031).set?.set.year == 2031)
  }
}
