import Foundation
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// What the API says when it does not do what it is asked.
@Suite struct APIProblemTests {
  private static let item = "/units/so-y-te/items/1.1.2"
  private static let json = ["content-type": "application/json"]

  @Test(arguments: [
    ("", 1, 1), ("{", 1, 2), ("{\n \"edition\": 0,\n}", 3, 1), ("[1 2]", 1, 4),
    ("{\"a\":\u{1}}", 1, 6),
    (String(repeating: "[", count: 100), 1, 65),
  ])
  func `what is no JSON is told from where`(_ text: String, _ line: Int, _ column: Int) async throws
  {
    let program = try await WebWorld().program("can-bo")
    let answer = try await program.send(.put, Self.item, bytes: Array(text.utf8), Self.json)
    #expect(answer.status == 400 && answer.code == "malformed-json")
    #expect(answer["detail"]?.text == "Không phải JSON từ dòng \(line), byte \(column).")
  }

  @Test func `broken letters, doubled and unknown members, wrong types are all told at once`()
    async throws
  {
    let program = try await WebWorld().program("can-bo")
    let broken = try await program.send(
      .put, Self.item, bytes: [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], Self.json)
    #expect(broken.status == 400 && broken.code == "malformed-json")
    let text = #"{"edition":"0","edition":1,"note":"a\u0000","x/y":1,"evidence":[{"pages":2}]}"#
    let answer = try await program.send(.put, Self.item, bytes: Array(text.utf8), Self.json)
    #expect(answer.status == 400 && answer.code == "invalid-request")
    #expect(
      answer.faults == [
        "/edition: repeated-member", "/edition: wrong-type", "/note: bad-letters",
        "/x~1y: unknown-member", "/evidence/0/pages: wrong-type",
        "/evidence/0/document: missing-member",
      ])
  }

  @Test func `a member's name is told back as it was sent`() async throws {
    let program = try await WebWorld().program("can-bo")
    let text = #"{"edition":0,"inputs":{"×\u009b":""},"a\u0000":1}"#
    let answer = try await program.send(.put, Self.item, bytes: Array(text.utf8), Self.json)
    #expect(
      answer.faults == ["/inputs/×\u{9B}: unknown-member", "/a\u{0}: unknown-member"])
  }

  @Test func `parameters that there are not, or that cannot be, are told`() async throws {
    let program = try await WebWorld(at: "2017-12-22T08:00:00").program("giup-viec")
    let answer = try await program.get("/work?page=0&state=xong&lang=en&block=")
    #expect(answer.status == 400)
    #expect(
      answer.faults.sorted() == [
        "block: bad-value", "lang: unknown-parameter", "page: out-of-range", "state: bad-value",
      ])
    #expect(try await program.get("/work?page=%FF").status == 400)
    #expect(try await program.get("/rankings/so?layer=khac").faults == ["layer: bad-value"])
  }

  @Test func `a method that is not there is told which are`() async throws {
    let program = try await WebWorld().program("can-bo")
    for (method, path, allowed) in [
      (WebRequest.Method.post, "/round", "GET, HEAD"), (.put, "/units/so-y-te/submissions", "POST"),
      (.other, Self.item, "GET, HEAD, PUT"), (.post, "/openapi.json", "GET, HEAD"),
    ] {
      let answer = try await program.send(method, path, nil)
      #expect(answer.status == 405 && answer.code == "method-not-allowed")
      #expect(answer.response.header("allow") == allowed)
    }
    #expect(try await program.send(.head, "/round", nil).status == 200)
  }

  @Test func `bodies that are no JSON, too long or too slow are not read`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    for type in [
      "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a",
    ] {
      let answer = try await program.send(
        .put, Self.item, bytes: Array("{\"edition\":0}".utf8), ["content-type": type])
      #expect(answer.status == 415 && answer.code == "unsupported-media-type")
    }
    let spelled = try await program.send(
      .put, Self.item, bytes: Array("{\"edition\":0}".utf8),
      ["content-type": "Application/JSON; charset=utf-8"])
    #expect(spelled.status == 200)
    for (fault, status) in [(WebRequest.BodyFault.tooLong, 413), (.tooSlow, 408)] {
      var request = WebRequest(
        .put, "/api/v1" + Self.item,
        headers: ["authorization": "Bearer \(program.token)", "content-type": "application/json"])
      request.fault = fault
      #expect(
        try Answer(await world.application.respond(to: request), to: request).status == status)
    }
  }

  @Test(arguments: ["/", "/khong-co", "/units/so-y-te", "/units/so-y-te/items/1.1.2/draft"])
  func `what is not there is told as a problem, not as a page`(_ path: String) async throws {
    let program = try await WebWorld().program("can-bo")
    let answer = try await program.get(path)
    #expect(answer.status == 404 && answer.code == "not-found")
    #expect(try await program.get("/units/so-y-te/items/9.9").status == 404)
    #expect(try await program.put("/units/so-y-te/items/9.9", ["edition": 0]).status == 404)
    let inputs: JSONValue = ["edition": 0, "inputs": ["planned": "1"]]
    #expect(try await program.put("/units/so-y-te/items/9.9", inputs).status == 404)
  }

  @Test func `a refusal names the rule and whose move it is, in the language asked for`()
    async throws
  {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let program = try world.program("giup-viec-so")
    let path = "/matters/so-noi-vu/1.1.2/decisions"
    let body: JSONValue = ["decision": "accept", "seen": 4]
    let answer = try await program.post(path, body)
    #expect(answer.status == 403 && answer.code == "not-allowed")
    #expect(answer["rule"]?.text?.contains("not-own-unit") == true)
    #expect(answer["move"]?.text?.isEmpty == false)
    #expect(answer.response.header("content-language") == "vi")
    let english = try await program.post(
      path, body, ["accept-language": "fr, en-GB;q=0.8, vi;q=0.5"])
    #expect(english["title"] == "Not allowed")
    #expect(english.response.header("content-language") == "en")
    #expect(english["detail"] != answer["detail"])
    for header in ["", "fr", "en;q=0.1, vi", "en;q=0", "*", "en;q=x"] {
      let other = try await program.post(path, body, ["accept-language": header])
      #expect(other.response.header("content-language") == "vi", "\(header)")
    }
    #expect(try world.store.records(limit: 1).first?.detail == "appraise /api/v1\(path)")
  }

  @Test func `a round that cannot be used is unavailable`() async throws {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    try FileManager.default.removeItem(atPath: world.home.path("ky/round.yaml"))
    let answer = try await program.get("/round")
    #expect(answer.status == 503 && answer.code == "unavailable")
  }
}
