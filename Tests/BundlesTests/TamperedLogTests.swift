import Diagnostics
import EventLog
import Foundation
import TestSupport
import Testing

@testable import Bundles

/// A log that was tampered with, by somebody who also redid every digest that needs no key.
struct TamperedLogTests {
  private let open: OpenBundle
  private let seal: LogSeal
  private let key: String
  private let lines: [[UInt8]]

  init() throws {
    let shared = try BundleRound.shared.get()
    seal = shared.seal
    key = shared.key
    var open = try OpenBundle(shared.bytes)
    // The signature is gone: without the key it cannot be redone.
    open.signature = nil
    open.manifest.signedBy = nil
    self.open = open
    lines = try #require(open.members[open.log]).split(separator: 0x0A).map { Array($0) }
  }

  private func bundle(_ lines: [[UInt8]], seal: LogSeal? = nil) throws -> [UInt8] {
    var changed = open
    changed.members[open.log] = lines.flatMap { $0 + [0x0A] }
    if let seal { changed.manifest.seal = seal }
    return try changed.redone()
  }

  /// The same contents with every number and digest right again.
  private func chained(_ contents: [EventContent]) -> (lines: [[UInt8]], seal: LogSeal?) {
    var events: [RoundEvent] = []
    for content in contents {
      events.append(
        RoundEvent(sequence: events.count + 1, previous: events.last?.digest, content: content))
    }
    return (
      events.map(\.line), events.last.map { LogSeal(length: events.count, head: $0.digest) }
    )
  }

  private func edited(_ line: [UInt8], _ old: String, _ new: String) throws -> [UInt8] {
    let text = String(decoding: line, as: UTF8.self)
    let changed = text.replacing(old, with: new)
    try #require(changed != text)
    return Array(changed.utf8)
  }

  /// Every tampering with the lines alone.
  private func tamperings() throws -> [(name: String, lines: [[UInt8]])] {
    var contents = try BundleRound.history("do-toc-do")
    contents.insert(contents[3], at: 3)
    let inserted = chained(contents).lines[3]
    var swapped = lines
    swapped.swapAt(2, 3)
    var units = lines
    units[1] = try edited(lines[1], "don-vi-00001", "don-vi-00002")
    units[2] = try edited(lines[2], "don-vi-00002", "don-vi-00001")
    let other = try BundleRound(id: "ky-khac")
    let otherLog = try bytes(of: other.path + "/events.jsonl")
    return [
      ("an event put in", Array(lines[..<3]) + [inserted] + lines[3...]),
      ("an event deleted", Array(lines[..<2]) + lines[3...]),
      ("two events in another order", swapped),
      (
        "an event edited",
        lines[..<3] + [try edited(lines[3], "27/12/2016", "27/12/2015")] + lines[4...]
      ),
      ("the last event cut off", lines.dropLast()),
      ("the events of two units swapped", units),
      ("the log of another round", otherLog.split(separator: 0x0A).map { Array($0) }),
    ]
  }

  @Test func `each tampering is found and named, with all digests redone`() throws {
    var text = ["vi": "", "en": ""]
    func tell(_ name: String, _ check: BundleVerification) {
      #expect(!check.isVerified, "\(name)")
      for language in Language.allCases {
        let renderer = TextRenderer(language: language)
        text[language.rawValue, default: ""] +=
          "# \(name)\n" + check.findings.map { renderer.render($0) + "\n" }.joined()
      }
    }
    for (name, lines) in try tamperings() { tell(name, try verified(bundle(lines))) }
    // The chain and the seal in the manifest are redone too: nothing inside tells.
    var contents = try BundleRound.history("do-toc-do")
    contents[3].text = "Kế hoạch ban hành ngày 27/12/2015"
    let edited = chained(contents)
    let cut = chained(contents.dropLast())
    for (name, log) in [("written anew", edited), ("written anew and shorter", cut)] {
      let forged = try bundle(log.lines, seal: log.seal)
      tell("\(name), beside the published seal", try verified(forged, seal: seal))
      tell("\(name), beside the published key", try verified(forged, publicKey: key))
    }
    var signed = open
    signed.members[open.log] = edited.lines.flatMap { $0 + [0x0A] }
    signed.manifest.seal = edited.seal
    tell("signed by somebody else", try verified(signedAnew(signed), publicKey: key))
    var without = open
    without.members[open.log] = nil
    without.manifest.files.removeAll { $0.name == open.log }
    tell("the log left out", try verified(without.redone()))
    without.manifest.seal = nil
    tell("the log and its seal left out", try verified(without.redone(), seal: seal))
    var unsealed = open
    unsealed.manifest.seal = nil
    tell("the seal left out", try verified(unsealed.redone()))
    for language in Language.allCases {
      expectGolden(text[language.rawValue] ?? "", "tampered.\(language.rawValue).txt")
    }
  }

  private func signedAnew(_ bundle: OpenBundle) throws -> [UInt8] {
    var bundle = bundle
    let other = try BundleRound.key("8")
    bundle.manifest.signedBy = other.publicKey
    let unsigned = try OpenBundle(bundle.withoutSignature().redone())
    var manifest = unsigned.manifest
    manifest.signedBy = other.publicKey
    bundle.signature = other.signature(of: manifest.bytes)
    return try bundle.redone()
  }

  @Test func `a signature that is moved to another manifest does not hold`() throws {
    var changed = try OpenBundle(try BundleRound.shared.get().bytes)
    changed.manifest.engine = "9.9.9"
    let check = try verified(changed.redone())
    #expect(check.findings.map(\.code).contains(.signatureMismatch))
    #expect(!check.isSigned && !check.isVerified)
  }

  @Test func `events behind a published seal are told`() throws {
    let early = chained(Array(try BundleRound.history("do-toc-do").dropLast(2))).seal
    let check = try verified(bundle(lines), seal: early)
    #expect(check.isVerified)
    #expect(check.findings.map(\.message.english) == ["unsealed since event 8"])
  }

  @Test func `the bundle itself, with its seal and its key, is verified`() throws {
    let bytes = try BundleRound.shared.get().bytes
    let check = try verified(bytes, seal: seal, publicKey: key)
    #expect(check.isVerified && check.isSigned)
    #expect(check.findings.isEmpty)
    #expect(check.seal == seal)
  }
}

extension OpenBundle {
  func withoutSignature() -> OpenBundle {
    var copy = self
    copy.signature = nil
    copy.manifest.signedBy = nil
    return copy
  }
}
