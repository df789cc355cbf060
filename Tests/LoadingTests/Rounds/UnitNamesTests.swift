import Diagnostics
import Grading
import Loading
import Testing

/// Printed names are joined by the register alone.
struct UnitNamesTests {
  private static func unit(
    _ id: String, _ name: String, _ type: String, parent: String? = nil, aliases: [String] = [],
    codes: [String] = []
  ) -> Unit {
    Unit(
      id: id, name: name, type: type, parent: parent, aliases: aliases, codes: codes,
      span: SourceSpan(whole: SourceFile(path: "units.yaml")))
  }

  private let names = UnitNames([
    unit("nha-trang", "UBND thành phố Nha Trang", "huyen", aliases: ["Thành phố Nha Trang"]),
    unit("van-ninh", "UBND huyện Vạn Ninh", "huyen", aliases: ["Huyện Vạn Ninh"]),
    unit("p-van-thang", "Vạn Thắng", "xa", parent: "nha-trang"),
    unit("p-van-thanh", "Vạn Thạnh", "xa", parent: "nha-trang"),
    unit("x-van-thang", "Vạn Thắng", "xa", parent: "van-ninh"),
    unit("x-van-thanh", "Vạn Thạnh", "xa", parent: "van-ninh"),
    unit("p-vinh-hoa", "UBND phường Vĩnh Hòa", "xa", parent: "nha-trang", codes: ["H29.12"]),
    unit("so-y-te", "Sở Y tế", "so"),
  ])

  private func id(_ match: UnitNames.Match) -> String? {
    if case .one(let unit) = match { unit.id } else { nil }
  }

  @Test(arguments: [
    "UBND phường Vĩnh Hoà", "ubnd  PHƯỜNG vĩnh hòa", "UBND phường Vi\u{303}nh Ho\u{300}a",
    "UBND phường Vĩnh Hòa", "H29.12", "UBND phường Vĩnh\u{A0}Hòa",
  ])
  func `case, spaces, composition and the place of the tone mark make no difference`(
    _ printed: String
  ) {
    #expect(id(names.match(printed)) == "p-vinh-hoa")
  }

  @Test func `i and y are the same`() {
    #expect(id(names.match("Sở I tế")) == "so-y-te")
  }

  @Test func `a name that two units have is told apart by the parent`() {
    #expect(id(names.match("Vạn Thắng", type: "xa", parent: "nha-trang")) == "p-van-thang")
    #expect(id(names.match("Vạn Thắng", type: "xa", parent: "van-ninh")) == "x-van-thang")
    #expect(id(names.match("Vạn Thạnh", type: "xa", parent: "van-ninh")) == "x-van-thanh")
    guard case .several(let units) = names.match("Vạn Thạnh") else {
      Issue.record("joined without a parent")
      return
    }
    #expect(units.map(\.id) == ["p-van-thanh", "x-van-thanh"])
  }

  @Test(arguments: ["Sở Y té", "Sở Ytế", "Vĩnh Hòa", "Đ"])
  func `a name that is only similar is not joined`(_ printed: String) {
    guard case .none = names.match(printed) else {
      Issue.record("joined by similarity")
      return
    }
  }

  @Test func `the nearest names are proposed`() {
    guard case .none(let nearest) = names.match("Sở Y té") else {
      Issue.record("joined by similarity")
      return
    }
    #expect(nearest.first == "Sở Y tế")
  }

  @Test func `another type is another unit`() {
    #expect(id(names.match("Sở Y tế", type: "xa")) == nil)
  }
}
