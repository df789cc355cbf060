import DossierCounting
import Glibc

/// A file for what does not fit in memory, in the folder for temporary files (`TMPDIR`).
struct ScratchFile {
  let path: String

  init() throws {
    let folder = SpillOptions().path
    var name = Array("\(folder)/parindex-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      let reason = strerror(errno).map { String(cString: $0) } ?? ""
      Console.complain("lỗi: không ghi được (cannot write) \(folder): \(reason)\n")
      throw Exit.unusable
    }
    close(descriptor)
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() { unlink(path) }
}
