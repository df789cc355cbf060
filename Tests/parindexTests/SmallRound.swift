import Foundation
import TestSupport
import Testing

/// A round of four units in two blocks, small enough to be run many times in a debug build.
struct SmallRound {
  private static let folder = Result { try TemporaryFolder() }

  private static let made = Result { () throws -> TemporaryFolder in
    let folder = try Self.folder.get()
    // Statics are never let go.
    atexit { if case .success(let folder) = SmallRound.folder { folder.remove() } }
    let ended = try Program().run(
      "new", "sample-round", folder.path("ky"), "--units", "4", "--blocks", "2", "--evidence")
    try #require(ended.status == 0, "\(ended.problems)")
    return folder
  }

  /// The round that nobody changes.
  static var shared: String {
    get throws { try made.get().path("ky") }
  }

  /// A copy that a test may change, gone with it.
  let home: TemporaryFolder
  var path: String { home.path("ky") }

  init() throws {
    home = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Self.shared, toPath: home.path("ky"))
  }

  /// Changes one of its files.
  func change(_ name: String, _ change: (String) -> String) throws {
    let text = String(decoding: Program.bytes("\(path)/\(name)"), as: UTF8.self)
    try #require(!text.isEmpty)
    let changed = change(text)
    try #require(changed != text)
    try Data(changed.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Its units' folders.
  var units: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/units")) ?? []).sorted()
  }
}
