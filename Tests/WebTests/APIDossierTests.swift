import Foundation
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// Single dossiers through the API, beside people in the browser.
@Suite struct APIDossierTests {
  private static let unit = "/units/so-y-te/dossiers"
  private static let office = "/dossier-requests"

  private static let explained: JSONValue = [
    "dossier": "Y3", "cause": "software", "text": "Phần mềm treo", "evidence": "Phiếu 7",
  ]

  private func decision(
    _ accept: Bool = true, version: Int = 1, dry: Bool = false
  ) -> JSONValue {
    [
      "requests": [["key": "y1", "version": .whole(version)]], "accept": .boolean(accept),
      "text": "Đã rà soát", "basis": "12/BC-TTCNTT", "dryRun": .boolean(dry),
    ]
  }

  @Test func `a program explains, another decides, and the page says so`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try dossiers.world.program("can-bo")
    let before = try await unit.get(Self.unit)
    #expect(before["late"] == .whole(1) && before["resolved"] == .whole(2))
    #expect(before["lateRate"] == "0.5" && before["until"] == "2017-12-19")
    let own = try #require(before["dossiers"]?.elements.first { $0["dossier"] == "Y3" })
    #expect(own["countsAs"] == "late" && own["state"] == .null && own["due"] == "2017-03-08T17:00")
    let story = try await unit.get(Self.unit + "/story?dossier=Y3")
    #expect(story["dossier"] == "Y3" && story.response.text.contains("Xét từng quy tắc"))
    #expect(!story.response.text.contains(dossiers.world.home.path))
    #expect(try await unit.get(Self.unit + "/story?dossier=N1").status == 404, "another's")
    for _ in 0..<2 {
      let sent = try await unit.post(Self.unit + "/explanations", Self.explained)
      #expect(sent.status == 200 && sent["state"] == "waits", "\(sent.response.text)")
    }
    let keeper = try dossiers.world.program(ClosingWorld.keeper)
    let open = try #require(try await keeper.get(Self.office)["requests"]?.elements)
    #expect(open.count == 1 && open[0]["key"] == "y1" && open[0]["version"] == .whole(1))
    #expect(open[0]["unit"] == "so-y-te" && open[0]["fault"] == .null)
    let tried = try await keeper.post(Self.office + "/decisions", decision(dry: true))
    #expect(tried.status == 200 && tried["event"] == .null, "\(tried.response.text)")
    #expect(tried["effects"] == [["unit": "Sở Y tế", "late": "1 → 0", "rate": "50% → 0%"]])
    let done = try await keeper.post(Self.office + "/decisions", decision())
    #expect(done.status == 200 && done["event"] != .null, "\(done.response.text)")
    #expect(try await unit.get(Self.unit)["late"] == .whole(0))
    let page = await (try await dossiers.signIn("can-bo")).get(
      "/don-vi/so-y-te/ho-so-tthc?loai=loai-tru")
    #expect(page.text.contains("được chấp nhận"))
    let again = try await keeper.post(Self.office + "/decisions", decision())
    #expect(again.status == 200 && again["event"] == done["event"], "sent twice")
    let other = try await keeper.post(Self.office + "/decisions", decision(false))
    #expect(other.status == 422 && other.faults == ["/requests/0/key: unknown-request"])
  }

  @Test func `what cannot be meant is told at its place, and nothing is written`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try dossiers.world.program("can-bo")
    let keeper = try dossiers.world.program(ClosingWorld.keeper)
    for (body, faults) in [
      (["dossier": "Y9", "cause": "software", "text": "x"], ["/dossier: unknown-dossier"]),
      (["dossier": "Y3", "cause": "khac", "text": "x"], ["/cause: cannot-be-meant"]),
      (["dossier": "Y3", "text": "x"], ["/cause: cannot-be-meant"]),
      (
        ["dossier": "Y3", "finished": "2017-12-16", "text": "x"],
        ["/evidence: cannot-be-meant", "/finished: cannot-be-meant"]
      ),
    ] as [(JSONValue, [String])] {
      let answer = try await unit.post(Self.unit + "/explanations", body)
      #expect(answer.status == 422 && answer.faults == faults, "\(answer.response.text)")
    }
    #expect(try await unit.post(Self.unit + "/explanations", Self.explained).status == 200)
    let old = try await keeper.post(Self.office + "/decisions", decision(version: 2))
    #expect(
      old.status == 422 && old.faults == ["/requests/0: cannot-be-meant"], "\(old.response.text)")
    #expect(
      try await unit.post(Self.unit + "/withdrawals", ["dossier": "Y3"])["state"] == "withdrawn")
    let gone = try await keeper.post(Self.office + "/decisions", decision())
    #expect(gone.status == 422 && gone.faults == ["/requests/0/key: unknown-request"])
    try dossiers.world.setTime(local: "2017-12-20T00:00:00")
    #expect(try await unit.post(Self.unit + "/explanations", Self.explained).status == 409)
    #expect(try dossiers.world.store.dossierRequests(ended: 9).count == 1)
  }
}
