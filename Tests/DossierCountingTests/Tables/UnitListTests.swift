import DossierCounting
import Grading
import Testing

/// Lists compare exact rates with the bound they state.
struct UnitListTests {
  private func list(_ bound: UnitListRule.Bound, _ value: String, atLeast: Int = 1) -> UnitList? {
    var table = SmallTable()
    table.unit("đúng 3%", [100, 100, 97, 0, 3, 0])
    table.unit("2,999%", [100_000, 100_000, 97_001, 0, 2_999, 0])
    table.unit("một nửa", [2, 2, 1, 0, 1, 0])
    table.unit("chưa giải quyết", [5, 0, 0, 0, 0, 5])
    table.unit("không có số liệu", [nil, nil, nil, nil, nil, nil])
    table.unit("không trễ", [7, 7, 7, 0, 0, 0])
    return table.table.list(
      UnitListRule(
        id: "watch", title: "", table: "dossiers", of: "late", over: "resolved", bound: bound,
        value: Exact(parsing: value) ?? .zero, atLeast: atLeast))
  }

  @Test func `from takes the bound itself and above does not`() {
    #expect(list(.from, "3%")?.entries.map(\.row) == [2, 0])
    #expect(list(.above, "3%")?.entries.map(\.row) == [2])
    #expect(list(.upTo, "0%")?.entries.map(\.row) == [5])
    #expect(list(.below, "3%")?.entries.map(\.row) == [1, 5])
  }

  @Test func `nothing resolved, no figures and too few are listed apart`() {
    let list = list(.from, "3%", atLeast: 10)
    #expect(list?.withoutBase == [3])
    #expect(list?.missing == [4])
    #expect(list?.tooFew == [2, 5])
    #expect(list?.entries.map(\.row) == [0])
  }
}
