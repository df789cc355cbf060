import Foundation
import TestSupport
import Testing

/// `parindex bundle`, `parindex verify` and `parindex new key` as somebody uses them.
struct BundleCommandTests {
  private let folder: TemporaryFolder
  private let round: String

  init() throws {
    folder = try TemporaryFolder()
    round = try SmallRound.shared
  }

  @Test func `a bundle is made, signed and verified, and a changed byte is found`() throws {
    let key = folder.path("khoa.json")
    let made = try Program().run("new", "key", key)
    #expect(made.status == 0)
    let publicKey = made.text.trimmingCharacters(in: .newlines)
    #expect(publicKey.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    #expect(try Program().run("new", "key", key).status == 3)
    let path = folder.path("goi.tar")
    let bundled = try Program().run("bundle", round, "--output", path, "--key", key)
    #expect(bundled.status == 0, "\(bundled.problems)")
    expectGolden(shown(bundled.text, publicKey), "small-bundle.txt")

    // Nothing stays in the folder for temporary files.
    let temporary = folder.path("tam")
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
    var program = Program()
    program.environment = ["TMPDIR": temporary]
    chmod(key, 0o644)
    let exposed = try Program().run("bundle", round, "--output", path, "--key", key)
    #expect(exposed.status == 3)
    #expect(exposed.problems.contains("chmod 600 \(key)"), "\(exposed.problems)")
    let verified = try program.run("verify", path, "--public-key", publicKey)
    #expect(verified.status == 0)
    #expect(verified.problems.isEmpty)
    expectGolden(shown(verified.text, publicKey), "small-verify.txt")
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)

    var bytes = Program.bytes(path)
    let text = Array("units/don-vi-00003/self-assessment.yaml".utf8)
    let place = try #require(Data(bytes).lastRange(of: Data(text))?.upperBound)
    bytes[place + 600] ^= 1
    let changed = try folder.write("sua.tar", bytes: bytes)
    let found = try Program().run("verify", changed)
    #expect(found.status == 1)
    #expect(found.problems.contains("bundle-changed"), "\(found.problems)")
    let json = try Program().run("verify", changed, "--format", "json", "--lang", "en")
    #expect(json.status == 1)
    #expect(json.text.contains("\"verified\": false"))
    let other = String(repeating: "0", count: 64)
    #expect(try Program().run("verify", path, "--public-key", other).status == 1)
  }

  @Test func `what a killed verification leaves, the next one removes`() throws {
    let path = folder.path("goi.tar")
    #expect(try Program().run("bundle", round, "-o", path).status == 0)
    let temporary = folder.path("tam")
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
    func left() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: temporary)
    }
    var program = Program()
    program.environment = ["TMPDIR": temporary]
    // Killed as soon as its folder is there; one that is quicker is started again.
    while try left().isEmpty {
      let verifying = program.process(["verify", path])
      verifying.standardOutput = FileHandle.nullDevice
      try verifying.run()
      while verifying.isRunning, try left().isEmpty { usleep(100) }
      kill(verifying.processIdentifier, SIGKILL)
      verifying.waitUntilExit()
    }
    #expect(try program.run("verify", path).status == 0)
    #expect(try left().isEmpty)
  }

  private func shown(_ text: String, _ key: String) -> String {
    text.replacing(folder.path, with: "FOLDER").replacing(key, with: "KEY")
  }

  @Test func `the result in a bundle is the one that run writes`() throws {
    let path = folder.path("goi.tar")
    #expect(try Program().run("bundle", round, "-o", path, "--with-evidence").status == 0)
    #expect(try Program().run("run", round, "-o", folder.path("ra")).status == 0)
    let bundle = Data(Program.bytes(path))
    for name in ["ket-qua.json", "xep-hang.csv"] {
      #expect(bundle.range(of: Data(Program.bytes(folder.path("ra/\(name)")))) != nil, "\(name)")
    }
  }

  @Test func `what is no bundle ends with 3, and wrong options with 2`() throws {
    let text = try folder.write("a.txt", "không phải gói")
    for path in [text, folder.path("nosuch.tar"), round] {
      let ended = try Program().run("verify", path)
      #expect(ended.status == 3)
      #expect(ended.text.isEmpty)
      #expect(!ended.problems.isEmpty)
    }
    #expect(try Program().run("verify", text, "--public-key", "KHÓA").status == 2)
    #expect(try Program().run("verify", text, "--seal", "5").status == 2)
    #expect(try Program().run("bundle", round).status == 2)
    #expect(try Program().run("bundle", folder.path("nosuch"), "-o", text).status == 3)
    #expect(try Program().run("bundle", round, "-o", text, "--key", text).status == 3)
    #expect(String(decoding: Program.bytes(text), as: UTF8.self) == "không phải gói")
    #expect(try Program().run("bundle", round, "-o", folder.path("a/b.tar")).status == 3)
  }
}
