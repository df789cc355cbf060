import Diagnostics
import Foundation
import Loading
import TestSupport
import Testing

@testable import Bundles

/// Archives that somebody made to do harm, or that are none.
struct HostileArchiveTests {
  private let open: OpenBundle
  private let members: [(TarHeader, [UInt8])]

  init() throws {
    open = try OpenBundle(try BundleRound.shared.get().bytes)
    let bytes = try BundleRound.shared.get().bytes
    members = try OpenBundle.parts(bytes).map { part in
      (part.header, Array(bytes[part.start + 512..<part.start + 512 + part.header.size]))
    }
  }

  private func member(_ name: String, _ bytes: [UInt8] = [0x78]) -> (TarHeader, [UInt8]) {
    (TarHeader(name: name, size: bytes.count), bytes)
  }

  private func findings(_ bytes: [UInt8]) throws -> [Diagnostic] { try read(bytes).findings }

  @Test func `taken apart and put together it is the same bundle`() throws {
    #expect(archive(members) == (try BundleRound.shared.get().bytes))
    #expect(try open.redone() == (try BundleRound.shared.get().bytes))
  }

  @Test func `every trick is refused and named`() throws {
    var text = ["vi": "", "en": ""]
    func tell(_ name: String, _ bytes: [UInt8]) throws {
      let found = try findings(bytes)
      #expect(found.contains { $0.severity == .error }, "\(name)")
      for language in Language.allCases {
        let renderer = TextRenderer(language: language)
        text[language.rawValue, default: ""] +=
          "# \(name)\n"
          + found.map {
            renderer.render($0).replacing(/--> .*\/goi\.tar/, with: "--> goi.tar") + "\n"
          }.joined()
      }
    }
    func put(_ extra: (TarHeader, [UInt8]), at place: Int) -> [(TarHeader, [UInt8])] {
      var changed = members
      changed.insert(extra, at: place)
      return changed
    }
    try tell("no tar at all", Array("không phải gói".utf8))
    try tell("an absolute path", archive(put(member("/etc/cron.d/x"), at: 4)))
    try tell("a way out", archive(put(member("inputs/../../x"), at: 4)))
    try tell("a way out at the end", archive(members + [member("../x")]))
    try tell("a file that the manifest does not have", archive(put(member("inputs/a"), at: 4)))
    try tell("a file behind the last", archive(members + [member("zzz")]))
    try tell("the same file twice", archive(put(members[4], at: 5)))
    var swapped = members
    swapped.swapAt(4, 5)
    try tell("two files in the wrong order", archive(swapped))
    var without = members
    without.remove(at: 5)
    try tell("a file left out", archive(without))
    try tell("the last file left out", archive(members.dropLast()))
    var longer = members
    longer[4] = member(longer[4].0.name, longer[4].1 + [0x0A])
    try tell("a file of another size", archive(longer))
    for (name, type) in [
      ("a symbolic link", UInt8(0x32)), ("a folder", 0x35), ("a pax record", 0x78),
    ] {
      try tell(name, archive(Array(members[..<4])).dropLast(1024) + linked("inputs/b", type))
    }
    for change in [
      (
        "a manifest with a name that leads out",
        { (manifest: inout BundleManifest) in
          manifest.files[0].name = "../a"
        }
      ),
      ("a manifest with a name twice", { $0.files.insert($0.files[0], at: 0) }),
      ("a manifest in another order", { $0.files.swapAt(0, 1) }),
    ] {
      var changed = open
      change.1(&changed.manifest)
      try tell(change.0, changed.redone())
    }
    for (name, old, new) in [
      ("a manifest of the future", "bundle@1", "bundle@2"), ("no JSON", "{", "["),
      ("a manifest laid out otherwise", "\n  \"engine\"", "\n   \"engine\""),
      ("a size below zero", "\"size\": ", "\"size\": -"),
    ] {
      let manifest = Array(
        String(decoding: open.manifest.bytes, as: UTF8.self)
          .replacing(old, with: new, maxReplacements: 1).utf8)
      let digest = BundleManifest.digestFile(of: manifest)
      try tell(
        name,
        archive(
          [member(MemberName.manifest, manifest), member(MemberName.digest, digest)] + members[2...]
        ))
    }
    for language in Language.allCases {
      expectGolden(text[language.rawValue] ?? "", "hostile.\(language.rawValue).txt")
    }
  }

  /// A header that is right in itself, of a kind that no bundle has.
  private func linked(_ name: String, _ type: UInt8) -> [UInt8] {
    var block = TarHeader(name: name, size: 0).bytes
    block[156] = type
    let sum = block[148..<156].reduce(block.reduce(0) { $0 + Int($1) }) { $0 - Int($1) } + 8 * 32
    block.replaceSubrange(
      148..<154, with: Array(String(sum + 0o1000000, radix: 8).utf8.dropFirst()))
    return block + TarHeader.end
  }

  @Test func `what is no bundle is told from one that was changed`() throws {
    let folder = try TemporaryFolder()
    let options = VerifyOptions(engine: BundleRound.engine)
    let bytes = try BundleRound.shared.get().bytes
    let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for other in [[], gzip, Array(bytes[..<511]), Array(bytes.dropFirst(512)), TarHeader.end] {
      let check = verifyBundle(try folder.write("x.tar", bytes: other), options)
      #expect(!check.isBundle && !check.isVerified)
      #expect(check.findings.map(\.code) == [.notABundle])
    }
    for place in [folder.path, folder.path("nosuch"), "/dev/null"] {
      let check = verifyBundle(place, options)
      #expect(!check.isBundle && check.findings.map(\.code) == [.fileUnreadable])
    }
  }

  @Test func `a round in a bundle reads nothing outside of it`() throws {
    let outside = try TemporaryFolder()
    var changed = open
    let name = "\(open.manifest.folder)/criteria/so.yaml"
    try outside.write("so.yaml", bytes: try #require(open.members[name]))
    let round = "\(open.manifest.folder)/round.yaml"
    changed.members[round] = Array(
      String(decoding: try #require(open.members[round]), as: UTF8.self)
        .replacing("criteria: criteria", with: "criteria: \(outside.path)").utf8)
    changed.signature = nil
    changed.manifest.signedBy = nil
    let check = try verified(changed.redone())
    #expect(check.isRecomputed)
    #expect(check.findings.contains { $0.code == .bundleIncomplete })
    #expect(!check.isVerified)
  }
}
