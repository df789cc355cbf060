import TestSupport
import Testing

@testable import Store

/// What units say of their dossiers, until it is decided.
@Suite struct DossierRequestTests {
  private let home: TemporaryFolder
  private let store: Store

  init() throws {
    home = try TemporaryFolder()
    store = try Store(path: home.path("parindex.sqlite"))
  }

  private func ask(
    _ text: String, of dossier: String = "H1", unit: String = "so-y-te", finished: String? = nil,
    over version: Int = 0
  ) throws -> Bool {
    try store.ask(
      .init(
        cause: finished == nil ? "loi" : nil, finished: finished, text: text, evidence: "CV 1"),
      of: dossier, unit: unit, over: version, by: "can-bo", on: "2019-12-01", at: 5)
  }

  @Test func `one waits for each dossier of a unit, what is sent later takes its place`() throws {
    #expect(try ask("a"))
    #expect(try ask("a"))
    #expect(try ask("b", of: "H2"))
    #expect(try ask("c", unit: "so-do"))
    #expect(try store.dossierRequests(ended: 9).map(\.content.text) == ["a", "b", "c"])
    #expect(
      try store.dossierRequests(of: "so-y-te").map(\.version) == [1, 1], "sent twice is once")
    #expect(try !ask("x"), "nobody looked at what waits")
    #expect(try !ask("x", over: 2))
    #expect(try ask("d", finished: "2019-03-05T16:30", over: 1))
    let changed = try #require(try store.dossierRequests(of: "so-y-te").first)
    #expect(changed.content.text == "d" && changed.version == 2 && changed.content.cause == nil)
    #expect(changed.state == .open && changed.sentOn == "2019-12-01" && changed.login == "can-bo")
  }

  @Test func `what was decided in another version, or before, is not decided`() throws {
    #expect(try ask("a"))
    #expect(try ask("b", of: "H2"))
    let numbers = try store.dossierRequests(ended: 9).map(\.number)
    #expect(try ask("c", over: 1))
    let both = [numbers[0]: 1, numbers[1]: 1]
    #expect(try !store.close(requests: both, .accepted, by: "giu-so", event: 9, at: 6))
    #expect(try store.dossierRequests(ended: 9).map(\.state) == [.open, .open], "all or none")
    let seen = [numbers[0]: 2, numbers[1]: 1]
    #expect(try store.close(requests: seen, .refused, by: "giu-so", note: "muộn", event: 9, at: 6))
    #expect(try !store.close(requests: seen, .accepted, by: "giu-so", at: 7))
    let ended = try store.dossierRequests(ended: 9)
    #expect(ended.map(\.state) == [.refused, .refused] && ended.map(\.event) == [9, 9])
    #expect(ended[0].closedBy == "giu-so" && ended[0].note == "muộn")
    // Another one begins anew.
    #expect(try ask("e"))
    #expect(try store.dossierRequests(ended: 9).map(\.state) == [.refused, .refused, .open])
    // What waits is always there; of what ended, the latest.
    #expect(try store.dossierRequests(ended: 0).map(\.state) == [.open])
    let latest = try store.dossierRequests(ended: 1)
    #expect(latest.map(\.state) == [.refused, .open] && latest[0].number == numbers[1])
  }
}
