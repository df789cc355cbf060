import Diagnostics
import Testing

/// Advice on ids in a hierarchy.
struct NearestIDTests {
  private let known = ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.6.9", "2.1", "T.1.1"]

  @Test(arguments: [
    ("1.1.9", "`1.1` has `1.1.1`, `1.1.2`"), ("1.9.1", "`1` has `1.1`, `1.2`, `1.6`"),
    ("1.1.1.1", "`1.1` has `1.1.1`, `1.1.2`"), ("2.2", "`2` has `2.1`"),
    ("1.2", "`1.2` has `1.2.1`, `1.2.2`"),
    ("1,1,2", "did you mean `1.1.2`?"), ("1.1.2.", "did you mean `1.1.2`?"),
    ("t.1.1", "did you mean `T.1.1`?"), ("112", "did you mean `1.1.2`?"),
  ])
  func `ids of the same place are offered, and slips are put right`(
    _ id: String, _ advice: String
  ) {
    #expect(NearestID.help(for: id, among: known)?.english == advice)
  }

  @Test func `nothing is offered where nothing is near`() {
    #expect(NearestID.help(for: "9.1", among: known) == nil)
    #expect(NearestID.help(for: "", among: known) == nil)
    #expect(NearestID.help(for: "kế hoạch", among: known) == nil)
  }
}
