internal import Diagnostics
internal import Grading
internal import Loading

/// Files of a unit that are to be replaced, with what stood there, so that it can be put back.
struct UnitFiles {
  private let files: [(path: String, bytes: [UInt8])]
  /// nil: there was no file.
  private let before: [[UInt8]?]

  /// Keeps copies of what stands there in the round's history: what the log has of a file must not
  /// be lost with the file.
  init(_ files: [(path: String, bytes: [UInt8])], in round: String) throws(KeeperFailure) {
    self.files = files
    let history = RoundHistory(of: round)
    var before: [[UInt8]?] = []
    for file in files {
      guard FileAccess.exists(file.path) else {
        before.append(nil)
        continue
      }
      do throws(LoadingProblem) {
        _ = try history.keep(file.path)
        before.append(try history.bytes(of: file.path))
      } catch {
        throw .unwritable(error.diagnostic)
      }
    }
    self.before = before
  }

  /// Whether they say already what they are to say.
  var areThere: Bool { zip(files, before).allSatisfy { $0.bytes == $1 } }

  func write() throws(KeeperFailure) {
    if let problem = FileAccess.write(files) { throw .unwritable(problem) }
  }

  /// Puts back what stood there.
  ///
  /// Where even that cannot be written, results still use what was handed in, from its copy.
  func restore() {
    for (file, bytes) in zip(files, before) where bytes != file.bytes {
      if let bytes {
        _ = FileAccess.write([(path: file.path, bytes: bytes)])
      } else {
        FileAccess.remove(file.path)
      }
    }
  }
}
