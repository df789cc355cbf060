import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Bundles

/// Results that are not what the inputs give, with every digest redone.
struct ChangedResultTests {
  private let open: OpenBundle

  init() throws {
    open = try OpenBundle(try BundleRound.shared.get().bytes).withoutSignature()
  }

  private func changed(
    _ name: String, _ old: String, _ new: String, after mark: String = ""
  ) throws -> OpenBundle {
    var changed = open
    let text = String(decoding: try #require(open.members[name]), as: UTF8.self)
    let start = try #require(mark.isEmpty ? text.startIndex : text.range(of: mark)?.upperBound)
    let place = try #require(text.range(of: old, range: start..<text.endIndex))
    changed.members[name] = Array(text.replacingCharacters(in: place, with: new).utf8)
    return changed
  }

  @Test func `the unit, the item and the layer are named with both values`() throws {
    var text = ["vi": "", "en": ""]
    func tell(_ name: String, _ changed: OpenBundle) throws {
      let check = try verified(changed.redone())
      #expect(!check.isVerified, "\(name)")
      for language in Language.allCases {
        let renderer = TextRenderer(language: language)
        text[language.rawValue, default: ""] +=
          "# \(name)\n" + check.findings.map { renderer.render($0) + "\n" }.joined()
          + VerificationText(check, language).text() + "\n"
      }
    }
    let result = MemberName.result
    let unit = "{\"block\":\"khoi-1\",\"id\":\"don-vi-00003\""
    try tell("points of an item", changed(result, "\"points\":[\"", "\"points\":[\"9", after: unit))
    try tell("a place", changed(result, "\"rank\":1", "\"rank\":2", after: unit))
    try tell("a place in the rankings only", changed(result, "\"rank\":1", "\"rank\":7"))
    try tell("the digest only", changed(result, "{\"digest\":\"", "{\"digest\":\"0"))
    try tell("a row of the rankings", changed(MemberName.rankings, "don-vi-00003", "don-vi-00009"))
    try tell(
      "a register that was closed",
      changed("\(open.manifest.folder)/registers/reports.csv", ",1", ",5"))
    var claimed = open
    claimed.manifest.resultDigest = String(repeating: "0", count: 64)
    try tell("the digest in the manifest", claimed)
    var unreadable = open
    unreadable.members[result] = Array("{\"units\":[{}]}".utf8)
    try tell("no result at all", unreadable)
    try tell(
      "a round that cannot be computed",
      changed("\(open.manifest.folder)/round.yaml", "year: 2017", "yaer: 2017"))
    try tell(
      "another round", changed("\(open.manifest.folder)/units.yaml", "don-vi-00004", "don-vi-5"))
    var renamed = open
    renamed.manifest.round = "ky-khac"
    try tell("another round's name", renamed)
    for language in Language.allCases {
      expectGolden(text[language.rawValue] ?? "", "results.\(language.rawValue).txt")
    }
  }

  @Test func `another version of the engine is said and is no fault`() throws {
    let check = try verified(try BundleRound.shared.get().bytes, engine: "1.0.1")
    #expect(check.isVerified)
    for language in Language.allCases {
      let told = TextRenderer(language: language).render(check.findings)
      expectGolden(
        told + VerificationText(check, language).text(), "other-engine.\(language.rawValue).txt")
    }
    let lied = try changed(MemberName.result, "\"points\":[\"", "\"points\":[\"9")
    #expect(!(try verified(lied.redone(), engine: "1.0.1").isVerified))
  }

  @Test func `programs get the same as JSON`() throws {
    let lied = try changed(MemberName.result, "\"points\":[\"", "\"points\":[\"9")
    let check = try verified(lied.redone())
    let text = VerificationJSON(check, .english).text()
    expectGolden(text, "verification.json")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["verified"] as? Bool == false)
    #expect((object?["differences"] as? [[String: Any]])?.count == check.differences.count)
  }
}
