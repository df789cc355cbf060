import Diagnostics
import EventLog
import Foundation
import Loading
import TestSupport
import Testing

@testable import Bundles

/// Making a bundle: what is in it, that it is always the same, and when there is none.
struct MakingTests {
  @Test func `the same round gives the same bytes wherever it stands and however it is named`()
    throws
  {
    let first = try BundleRound()
    let bundle = try first.bundle()
    #expect(try BundleRound(at: "Kỳ khác/sâu/hơn nữa").bundle() == bundle)
    let shared = try BundleRound.shared.get().bytes
    #expect(try first.bundle("ky.tar", key: BundleRound.key()) == shared)
    // A trailing slash, round.yaml itself, files beside it that are no inputs.
    try Data("ghi chú".utf8).write(to: URL(fileURLWithPath: first.path + "/README.md"))
    for path in [first.path + "/", first.path + "/round.yaml"] {
      let making = makeBundle(
        of: FileAccess.normalised(path), to: first.home.path("b.tar"),
        BundleOptions(engine: BundleRound.engine))
      #expect(making.manifest != nil)
      #expect(try bytes(of: first.home.path("b.tar")) == bundle)
    }
  }

  @Test func `a bundle holds inputs, log and results; documents only when asked for`() throws {
    let round = try BundleRound()
    try Data("format: parindex/people@1\npeople: []\n".utf8)
      .write(to: URL(fileURLWithPath: round.path + "/people.yaml"))
    let without = try OpenBundle(round.bundle()).manifest
    let list = without.files.map { "\($0.kind.rawValue) \($0.isStored ? "+" : "-") \($0.name)\n" }
    expectGolden(list.joined(), "members.txt")
    #expect(without.seal == round.seal)
    let with = try read(round.bundle(storesEvidence: true))
    #expect(with.findings.isEmpty)
    let manifest = try #require(with.manifest)
    #expect(!manifest.files.contains { !$0.isStored })
    #expect(manifest.files.map(\.sha256) == without.files.map(\.sha256))
  }

  @Test func `inputs outside the round's folder stand beside it, and the bundle still holds`()
    throws
  {
    let round = try BundleRound(at: "nam/ky")
    let files = FileManager.default
    try files.moveItem(
      atPath: round.path + "/criteria", toPath: round.home.path("nam/../bo-tieu-chi"))
    // A base that no set of the folder is, and a register of units of another round.
    try files.moveItem(atPath: round.path + "/units.yaml", toPath: round.home.path("nam/u.yaml"))
    try round.replace("round.yaml") {
      $0.replacing("criteria: criteria", with: "criteria: ../../bo-tieu-chi\nunits: ../u.yaml")
    }
    let open = try OpenBundle(round.bundle())
    #expect(open.manifest.folder == "inputs/up/round")
    #expect(open.members["inputs/bo-tieu-chi/so.yaml"] != nil)
    #expect(open.members["inputs/up/u.yaml"] != nil)
    #expect(try verified(open.redone()).isVerified)
  }

  @Test func `a base in another folder and rules beside criteria are inputs too`() throws {
    let round = try BundleRound()
    let home = TemporaryFolder(within: round.path)
    try FileManager.default.createDirectory(
      atPath: round.path + "/goc", withIntermediateDirectories: false)
    try FileManager.default.moveItem(
      atPath: round.path + "/criteria/so.yaml", toPath: round.path + "/goc/so.yaml")
    try home.write(
      "criteria/so.yaml",
      "format: parindex/criteria@1\nextends: ../goc/so.yaml\nid: so-moi\n")
    let making = makeBundle(
      of: round.path, to: round.home.path("a.tar"), BundleOptions(engine: BundleRound.engine))
    guard let manifest = making.manifest else {
      Issue.record("\(making.diagnostics.map(\.message.english))")
      return
    }
    #expect(manifest.files.contains { $0.name == "inputs/round/goc/so.yaml" })
  }

  @Test func `what was handed in is in the bundle, not what its folder holds now`() throws {
    let round = try BundleRound()
    let before = try OpenBundle(round.bundle())
    let history = RoundHistory(of: round.path)
    let name = "units/don-vi-00001/self-assessment.yaml"
    let gone = "units/don-vi-00002/self-assessment.yaml"
    let digests = try [name, gone].map { try history.keep("\(round.path)/\($0)") }
    // Kept, and the event was refused: nobody handed it in.
    try round.change(name) { $0 + "# bản đang sửa\n" }
    let refused = try history.keep("\(round.path)/\(name)")
    try FileManager.default.removeItem(atPath: "\(round.path)/\(gone)")
    try Data("nháp".utf8).write(
      to: URL(fileURLWithPath: "\(round.path)/units/don-vi-00003/nhap.txt"))

    let path = round.home.path("sau.tar")
    let making = makeBundle(
      of: round.path, to: path, BundleOptions(engine: BundleRound.engine))
    #expect(making.manifest?.resultDigest == before.manifest.resultDigest)
    #expect(making.leftOut == [name, "units/don-vi-00003/nhap.txt"])
    #expect(making.diagnostics.map(\.code) == [.fileChangedSince])
    let after = try OpenBundle(bytes(of: path))
    for file in [name, gone] {
      #expect(after.members["inputs/round/\(file)"] == before.members["inputs/round/\(file)"])
    }
    let kept = after.manifest.files.map(\.name).filter { $0.contains("/history/") }
    #expect(kept == digests.sorted().map { "inputs/round/history/\($0)" })
    #expect(!kept.contains { $0.hasSuffix(refused) })
    #expect(try verified(bytes(of: path), seal: round.seal).isVerified)
  }

  @Test func `no bundle stands on a file of the round that was changed without a word in its log`()
    throws
  {
    let round = try BundleRound()
    let sound = try OpenBundle(round.bundle())
    try round.change("round.yaml") { $0 + "# sửa sau khi mở kỳ\n" }
    let path = round.home.path("sau.tar")
    let making = makeBundle(of: round.path, to: path, BundleOptions(engine: BundleRound.engine))
    #expect(making.manifest == nil)
    #expect(making.diagnostics.map(\.code) == [.fileChangedSince])
    #expect(making.diagnostics.map(\.severity) == [.error])
    #expect(!FileManager.default.fileExists(atPath: path))
    // Somebody makes one all the same, with another engine than ours.
    var forged = sound
    let name = "inputs/round/round.yaml"
    forged.members[name] = try #require(sound.members[name]) + Array("# khác\n".utf8)
    let check = try verified(forged.redone(), seal: round.seal)
    #expect(!check.isVerified)
    let found = check.findings.filter { $0.code == .fileChangedSince }
    #expect(found.map(\.primary.span.file.path) == [name])
    #expect(found.map(\.severity) == [.error])
  }

  @Test func `there is no bundle of what cannot be moved, of a broken log, or over an input`()
    throws
  {
    var told = ""
    func refuse(_ name: String, _ output: String? = nil, _ change: (BundleRound) throws -> Void)
      throws
    {
      let round = try BundleRound()
      try change(round)
      let output = output.map { "\(round.path)/\($0)" } ?? round.home.path("a.tar")
      let before = try? bytes(of: output)
      let making = makeBundle(
        of: round.path, to: output, BundleOptions(engine: BundleRound.engine))
      #expect(making.manifest == nil, "\(name)")
      let after = try? bytes(of: output)
      #expect(after == before, "\(name)")
      let left = try FileManager.default.contentsOfDirectory(atPath: round.home.path)
      #expect(left == ["ky"], "\(name)")
      for language in Language.allCases {
        told += "# \(name)\n"
        let renderer = TextRenderer(language: language)
        for diagnostic in making.diagnostics where diagnostic.severity == .error {
          told +=
            renderer.render(diagnostic).replacing(round.home.path, with: "HOME")
            .replacing(round.home.path.split(separator: "/").last ?? "", with: "HOME") + "\n"
        }
      }
    }
    try refuse("criteria named from the root") { round in
      try round.replace("round.yaml") {
        $0.replacing("criteria: criteria", with: "criteria: \(round.path)/criteria")
      }
    }
    try refuse("a way through the round's own name") { round in
      try round.replace("round.yaml") { $0 + "units: ../ky/units.yaml\n" }
    }
    try refuse("a broken chain") { round in
      try round.change("events.jsonl") { $0.replacing("27/12/2016", with: "27/12/2015") }
    }
    try refuse("a log of another round") { round in
      try round.change("events.jsonl") { $0.replacing("do-toc-do", with: "do-toc-do-2") }
    }
    try refuse("a file that was changed after it was handed in, without a copy") { round in
      try round.change("units/don-vi-00001/self-assessment.yaml") { $0 + "# sửa sau\n" }
    }
    try refuse("the same with a copy of other bytes") { round in
      let name = "units/don-vi-00001/self-assessment.yaml"
      let digest = try RoundHistory(of: round.path).keep("\(round.path)/\(name)")
      try round.change(name) { $0 + "# sửa sau\n" }
      try round.change("history/\(digest)") { $0 + "# sửa bản lưu\n" }
    }
    try refuse("over an input", "units.yaml") { _ in }
    try refuse("a round that cannot be used") { round in
      try round.change("round.yaml") { $0.replacing("year: 2017\n", with: "") }
    }
    expectGolden(told, "refused.txt")
  }

  @Test func `a key is made once, for its owner only, and signs the same every time`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("khoa.json")
    let publicKey = try BundleKey.make(at: path).get()
    let made = try bytes(of: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(throws: DiagnosticFailure.self) { try BundleKey.make(at: path).get() }
    #expect(try bytes(of: path) == made)
    let key = try BundleKey.load(path).get()
    #expect(key.publicKey == publicKey)
    let message = Array("Khánh Hòa".utf8)
    let signature = try #require(key.signature(of: message))
    #expect(signature == key.signature(of: message))
    #expect(signature.holds(for: message))
    #expect(!signature.holds(for: message + [0]))
    #expect(BundleSignature(signature.bytes) == signature)
    for wrong in ["", "{}", String(decoding: made, as: UTF8.self).replacing(publicKey, with: "00")]
    {
      let path = try folder.write("sai.json", wrong)
      chmod(path, 0o600)
      #expect(throws: DiagnosticFailure.self) { try BundleKey.load(path).get() }
    }
  }

  @Test(arguments: [0o600, 0o400, 0o700] as [mode_t])
  func `a key that only its owner can read is taken`(_ mode: mode_t) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("khoa.json")
    let publicKey = try BundleKey.make(at: path).get()
    chmod(path, mode)
    #expect(try BundleKey.load(path).get().publicKey == publicKey)
  }

  @Test func `a key that others can read or write is refused, with how to mend it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("khoa.json")
    _ = try BundleKey.make(at: path).get()
    var told = ["vi": "", "en": ""]
    for mode in [0o644, 0o640, 0o604, 0o620, 0o601] as [mode_t] {
      chmod(path, mode)
      let failure = #expect(throws: DiagnosticFailure.self) { try BundleKey.load(path).get() }
      guard let diagnostic = failure?.diagnostic else { continue }
      #expect(diagnostic.code == .keyNotPrivate)
      for language in Language.allCases {
        told[language.rawValue, default: ""] +=
          TextRenderer(language: language).render(diagnostic)
          .replacing(folder.path, with: "FOLDER") + "\n"
      }
    }
    for language in Language.allCases {
      expectGolden(told[language.rawValue] ?? "", "key.\(language.rawValue).txt")
    }
    chmod(path, 0o600)
    #expect(throws: Never.self) { try BundleKey.load(path).get() }
  }
}
