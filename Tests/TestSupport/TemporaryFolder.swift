import Foundation

/// A folder for one test, gone with everything in it when the test ends.
package final class TemporaryFolder: Sendable {
  package let path: String
  private let isOwned: Bool

  package init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("parindex-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
    isOwned = true
  }

  /// A folder inside one that a test owns.
  package init(within path: String) {
    self.path = path
    isOwned = false
  }

  deinit { if isOwned { remove() } }

  /// Removes it now; for a folder that a static holds.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder, whether there is one or not.
  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders it stands in, and returns its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  package func write(_ name: String, bytes: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  package func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// The lines of a text file in the folder.
  package func lines(of name: String) throws -> [String] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path(name)))
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }
}
