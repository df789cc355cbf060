import Foundation
import TestSupport
import Testing

@testable import Bundles

/// What stands before a member, and what others make of it.
struct TarHeaderTests {
  private func name(_ parts: Int...) -> String {
    parts.map { String(repeating: "a", count: $0) }.joined(separator: "/")
  }

  @Test func `a name that fits takes one block and is read back`() {
    for name in [name(1), name(100), name(3, 100), name(155, 100), name(100, 54, 100), "ế/ộ.yaml"] {
      let header = TarHeader(name: name, size: 1234)
      #expect(header.bytes.count == 512, "\(name)")
      #expect(TarHeader.reading(header.bytes) == .member(header))
    }
    // One byte more, and a name that no slash parts.
    for name in [name(101), name(156, 100), name(155, 101), name(3, 101)] {
      let bytes = TarHeader(name: name, size: 1234).bytes
      #expect(bytes.count == 1536, "\(name)")
      #expect(bytes[156] == UInt8(ascii: "x"))
      let record = " path=\(name)\n"
      let digits = bytes[512...].prefix { $0 != 0x20 }
      #expect(Int(String(decoding: digits, as: UTF8.self)) == record.utf8.count + digits.count)
    }
  }

  @Test func `sizes are written up to what eleven octal digits hold`() {
    for size in [0, 7, 8, 512, TarHeader.largest] {
      let header = TarHeader(name: "a", size: size)
      #expect(TarHeader.reading(header.bytes) == .member(header))
    }
    #expect(TarHeader.filler(behind: 0) == 0)
    #expect(TarHeader.filler(behind: 1) == 511)
    #expect(TarHeader.filler(behind: 512) == 0)
  }

  @Test func `tar lists and unpacks a bundle, and sha256sum agrees with its manifest`() throws {
    let round = try BundleRound()
    let bundle = try round.bundle(storesEvidence: true)
    let manifest = try OpenBundleManifest(round.home.path("goi.tar")).manifest
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "cd '\(folder.path)' && tar -xf '\(round.home.path("goi.tar"))' && sha256sum -c --status manifest.sha256",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(bundle.count % 512 == 0)
    #expect(manifest.files.contains { $0.name.utf8.count > 200 && $0.kind == .evidence })
    for file in manifest.files {
      #expect(try FileContent.read(folder.path(file.name)).sha256 == file.sha256, "\(file.name)")
    }
  }
}

/// The manifest of a bundle with members that `OpenBundle` does not know.
struct OpenBundleManifest {
  let manifest: BundleManifest

  init(_ path: String) throws {
    manifest = try #require(try read(bytes(of: path)).manifest)
  }
}
