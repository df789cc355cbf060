internal import Glibc

/// What tells whether a file was written to.
package struct FileStamp: Hashable, Sendable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int
  private let inode: UInt

  package init?(_ path: String) {
    var about = stat()
    guard stat(path, &about) == 0 else { return nil }
    self.init(about)
  }

  /// Of what the system says of a file that is open.
  init(_ about: stat) {
    size = Int(about.st_size)
    seconds = about.st_mtim.tv_sec
    nanoseconds = about.st_mtim.tv_nsec
    inode = UInt(about.st_ino)
  }

  var bytes: Int { size }

  /// In words, for what is kept beyond this run.
  var text: String { "\(size) \(seconds).\(nanoseconds) \(inode)" }
}
