import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// Rows name their units by id, or by what is printed.
struct RegisterUnitsTests {
  private static let units = [
    RegisterFixture.unit("nha-trang", "huyen", name: "UBND thành phố Nha Trang"),
    RegisterFixture.unit("van-ninh", "huyen", name: "UBND huyện Vạn Ninh"),
    RegisterFixture.unit("p-van-thang", "xa", parent: "nha-trang", name: "Vạn Thắng"),
    RegisterFixture.unit("x-van-thang", "xa", parent: "van-ninh", name: "Vạn Thắng"),
    RegisterFixture.unit("so-y-te", "so", name: "Sở Y tế", codes: ["H29.12"]),
  ]
  private static let declaration = "{file: a.csv, absent: zero}"

  private func fixture() throws -> RegisterFixture {
    try RegisterFixture(
      expecting: [FigureName(name: "reports.late", type: .count, title: "Trễ")],
      units: Self.units)
  }

  @Test(arguments: ["so-y-te", "sở  y tế", "Sở I tế", "H29.12"])
  func `an id, a name and a code name the same unit`(_ written: String) throws {
    let (table, diagnostics) = try fixture().table(
      Self.declaration, "unit,late\n\(written),3\n")
    #expect(diagnostics.isEmpty, "\(TextRenderer(language: .english).render(diagnostics))")
    #expect(table?.text("late", "so-y-te") == "3")
  }

  @Test func `the column parent narrows a name that several units have`() throws {
    let (table, diagnostics) = try fixture().table(
      Self.declaration,
      """
      parent,unit,late
      UBND huyện Vạn Ninh,Vạn Thắng,1
      nha-trang,Vạn Thắng,2
      ,so-y-te,3
      """)
    #expect(diagnostics.isEmpty, "\(TextRenderer(language: .english).render(diagnostics))")
    #expect(table?.text("late", "x-van-thang") == "1")
    #expect(table?.text("late", "p-van-thang") == "2")
    #expect(table?.text("late", "so-y-te") == "3")
  }

  @Test func `records are narrowed too`() throws {
    let (table, diagnostics) = try fixture().table(
      """
      {file: a.csv, absent: zero, columns: {done: {type: yes_no}}, figures: {late: {count: not done}}}
      """,
      """
      unit,parent,done
      Vạn Thắng,van-ninh,no
      Vạn Thắng,nha-trang,no
      x-van-thang,,no
      """)
    #expect(diagnostics.isEmpty, "\(TextRenderer(language: .english).render(diagnostics))")
    #expect(table?.text("late", "x-van-thang") == "2")
    #expect(table?.text("late", "p-van-thang") == "1")
  }

  @Test func `a name of several units, of none and of another parent is an error`() throws {
    let fixture = try fixture()
    let (_, diagnostics) = try fixture.load(
      Self.declaration,
      """
      unit,parent,late
      Vạn Thắng,,1
      Sở Y tê thành phố,,1
      so-y-tee,,1
      Sở Y tệ,,1
      p-van-thang,van-ninh,1
      Vạn Thăng,Vạn Ninh,1
      Vạn Thăngg,van-ninh,1
      """)
    #expect(diagnostics.allSatisfy { $0.severity == .error })
    let text = Language.allCases.map { TextRenderer(language: $0).render(diagnostics) }
      .joined(separator: "\n")
    expectGolden(text.replacing(fixture.folder.path + "/", with: ""), "register-units.txt")
  }
}
