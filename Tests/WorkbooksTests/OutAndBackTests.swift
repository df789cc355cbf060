import Diagnostics
import Foundation
import Grading
import Loading
import Spreadsheets
import TestSupport
import Testing
import Workbooks

/// What goes out comes back.
@Suite struct OutAndBackTests {
  /// One unit of every set and more; `Tests/Slow` takes all of them through other programs too.
  @Test func unitsOfAllSetsComeBackAsTheyAre() throws {
    let setting = try SentForm.setting()
    let exporter = FormExporter(setting)
    let importer = FormImporter(setting)
    #expect(setting.members.count == 181)
    var sets: Set<Int> = []
    for (place, member) in setting.members.enumerated()
    where sets.insert(member.set).inserted || place.isMultiple(of: 15) {
      let id = member.unit.id
      guard case .bytes(let bytes) = exporter.bytes(member, path: id) else {
        Issue.record("no form of \(id)")
        continue
      }
      let (form, problems) = importer.read(bytes, path: id)
      #expect(problems.isEmpty, "\(id): \(SentForm.shown(problems, .english))")
      let digest = importer.current(member).assessment.digest(setting.sets[member.set])
      #expect(form?.digest == digest, "\(id)")
      #expect(form?.changes.isEmpty == true, "\(id): \(form?.changes ?? [])")
    }
  }

  @Test func theSameFormIsTheSameBytes() throws {
    let setting = try SentForm.setting()
    let member = try #require(setting.members.first { $0.unit.id == "so-y-te" })
    guard case .bytes(let again) = FormExporter(setting).bytes(member, path: "x") else {
      Issue.record("no form")
      return
    }
    #expect(again == SentForm.handedOut)
  }

  @Test(arguments: [
    "=1+1", "+84 258", "-0,5", "@SUM(A1)", "\"nháy\", phẩy: {a}", "  hai đầu  ", "dòng\nhai",
    "none", "# x",
  ])
  func whateverANoteBeginsWithItStaysANote(_ text: String) throws {
    var form = try SentForm()
    try form.type(text, "~1.1.1", .note)
    let read = try form.read()
    let set = try set()
    let item = try #require(set.itemIndex("1.1.1"))
    #expect(read.form?.assessment.notes[item] == text, "\(SentForm.shown(read.1, .english))")
  }

  @Test func whatPeopleTypeIsTaken() throws {
    var form = try SentForm()
    try form.type("1.234.567", "@@staff", .value)
    try form.type(" 20 ", "~1.1.3/planned", .value)
    try form.type("0,5", "~1.1.1", .points)
    try form.type("KHÔNG", "~1.1.2/funded", .value)
    try form.set("F\(form.row("~1.1.2/covers_all_areas"))", "<v>0</v>", type: "b")
    try form.type("5/1/2017", "~1.1.1/issued_on", .value)
    try form.type("Không có", "~1.3.1/issued_on", .value)
    try form.number("42739", "~2.3.1/issued_on", .value)
    try form.type("ke-hoach-cchc; bang-so-lieu-1-1-3", "~1.1.2", .document)
    try form.type("I; II", "~1.1.2", .section)
    try form.type("1-2;", "~1.1.2", .pages)
    let (read, problems) = try form.read()
    #expect(problems.isEmpty, "\(SentForm.shown(problems, .english))")
    let changes = try #require(read).changes.map {
      "\($0.title.english): \($0.old ?? "-") > \($0.new ?? "-")"
    }
    #expect(
      changes == [
        "Số cán bộ, công chức, viên chức có mặt: 57 > 1234567",
        "1.1.1, Ngày ban hành kế hoạch: 2016-12-15 > 2017-01-05",
        "1.1.1, claimed points: - > 0.5",
        "1.1.2, Kế hoạch có nhiệm vụ trên đủ các lĩnh vực CCHC: yes > no",
        "1.1.2, Có bố trí kinh phí thực hiện: yes > no",
        "1.1.2, evidence 1: ke-hoach-cchc, § III, p. 5-6 > ke-hoach-cchc, § I, p. 1-2",
        "1.1.2, evidence 2: - > bang-so-lieu-1-1-3, § II",
        "1.1.3, Số nhiệm vụ theo kế hoạch: 19 > 20",
        "1.3.1, Ngày ban hành kế hoạch kiểm tra: 2017-03-08 > none",
        "2.3.1, Ngày ban hành kế hoạch: 2017-02-03 > 2017-01-04",
      ])
  }

  @Test func rowsAndColumnsAreFoundWhereverTheyStand() throws {
    var form = try SentForm()
    let row = try form.row("~1.1.3")
    let moved = try form.takeRow(row)
    form.addRow(
      moved.replacingOccurrences(of: "r=\"\(row)\"", with: "r=\"950\"")
        .replacing(try Regex("r=\"([A-Z]+)\(row)\"")) { "r=\"\($0.output[1].substring ?? "")950\"" }
    )
    // Sections and pages change places.
    try form.type("pages", at: "I4")
    try form.type("section", at: "J4")
    form.book["xl/workbook.xml"] = form.book["xl/workbook.xml"].replacingOccurrences(
      of: "Tự chấm điểm\"", with: "Sheet1 (2)\"")
    let (read, problems) = try form.read()
    #expect(problems.isEmpty, "\(SentForm.shown(problems, .english))")
    let changes = try #require(read).changes.map { "\($0.title.english): \($0.new ?? "-")" }
    #expect(changes.first == "1.1.1, evidence 1: ke-hoach-cchc, § 6, p. I")
    #expect(changes.allSatisfy { $0.contains("evidence") })
  }

  @Test func aCellIsNamedInEveryFormat() throws {
    var form = try SentForm()
    try form.type("mười chín", "~1.1.3/planned", .value)
    let problems = try form.read().1
    let cell = "Tự chấm điểm!F\(try form.row("~1.1.3/planned"))"
    #expect(JSONRenderer(language: .english).render(problems).contains("\"cell\": \"\(cell)\""))
    let sarif = SARIFRenderer(language: .english).render(problems)
    #expect(sarif.contains("\"fullyQualifiedName\": \"\(cell)\""))
    #expect(!sarif.contains("startLine"))
  }

  private func set() throws -> CriteriaSet {
    let setting = try SentForm.setting()
    let member = try #require(setting.members.first { $0.unit.id == "so-y-te" })
    return setting.sets[member.set]
  }
}
