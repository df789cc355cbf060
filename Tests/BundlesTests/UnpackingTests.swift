import Foundation
import Glibc
import TestSupport
import Testing

@testable import Bundles

/// Folders that bundles are unpacked to, and what is left of those of killed processes.
struct UnpackingTests {
  private func folders(in home: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home)
      .filter { $0.hasPrefix("parindex-verify-") }
  }

  @Test func `the folder goes with whoever holds it, hidden files and all`() throws {
    let home = try TemporaryFolder()
    var unpacking: Unpacking? = try Unpacking(in: home.path)
    let path = try #require(unpacking?.path)
    for name in ["a/b/c.txt", "a/.an", ".x/y"] {
      _ = try unpacking?.create(name)
    }
    #expect(try folders(in: home.path) == [String(path.dropFirst(home.path.count + 1))])
    unpacking = nil
    #expect(try folders(in: home.path).isEmpty)
  }

  @Test func `what a killed one left is removed, what another holds is not`() throws {
    let home = try TemporaryFolder()
    let held = try Unpacking(in: home.path)
    _ = try held.create("a/b")
    let left = home.path("parindex-verify-AbCd12")
    #expect(mkdir(left, 0o700) == 0)
    try TemporaryFolder(within: left).write("inputs/round/round.yaml", "x")
    let second = try Unpacking(in: home.path)
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(FileManager.default.fileExists(atPath: held.place(of: "a/b")))
    #expect(try folders(in: home.path).count == 2)
    withExtendedLifetime(second) {}
  }

  @Test func `links, other names, files and folders that are open to others stay`() throws {
    let home = try TemporaryFolder()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("quan-trong.txt", "x")
    chmod(elsewhere.path, 0o700)
    symlink(elsewhere.path, home.path("parindex-verify-LinkAA"))
    try home.write("parindex-verify-FileAA", "x")
    try home.write("parindex-verify-longer-name/a", "x")
    try home.write("parindex-khac-AbCd12/a", "x")
    try home.write("parindex-verify-OpenAA/a", "x")
    chmod(home.path("parindex-verify-OpenAA"), 0o755)
    // A link inside is removed, what it leads to is not.
    #expect(mkdir(home.path("parindex-verify-Leftov"), 0o700) == 0)
    symlink(elsewhere.path, home.path("parindex-verify-Leftov/link"))
    let before = try FileManager.default.contentsOfDirectory(atPath: home.path)
    _ = try Unpacking(in: home.path)
    let after = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(Set(before).subtracting(after) == ["parindex-verify-Leftov"])
    #expect(FileManager.default.fileExists(atPath: elsewhere.path("quan-trong.txt")))
  }

  @Test func `many at once leave nothing and disturb none`() async throws {
    let home = try TemporaryFolder()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<20).allSatisfy { _ in
            guard let unpacking = try? Unpacking(in: home.path),
              (try? unpacking.create("a/b")) != nil
            else { return false }
            return FileManager.default.fileExists(atPath: unpacking.place(of: "a/b"))
          }
        }
      }
      for await isSound in group { #expect(isSound) }
    }
    #expect(try folders(in: home.path).isEmpty)
  }
}
