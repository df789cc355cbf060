internal import DossierCounting
internal import Glibc
internal import Loading

/// A folder that nobody else may look into, where a bundle's files are unpacked to be computed
/// with; gone with everything in it when nobody holds it any more.
final class Unpacking {
  let path: String
  private var made: Set<String> = []

  /// nil, with the system's number, when there is no room for temporary files.
  init() throws(FileContent.Failure) {
    let home = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(home.isEmpty ? "/tmp" : home)/parindex-verify-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw FileContent.Failure(error: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { FileAccess.remove(path) }

  func place(of name: String) -> String { "\(path)/\(name)" }

  /// A new file for a name that was found safe.
  func create(_ name: String) throws(FileContent.Failure) -> UnpackedFile {
    var folder = ""
    for part in name.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? String(part) : "/\(part)"
      guard made.insert(folder).inserted else { continue }
      guard mkdir(place(of: folder), 0o700) == 0 || errno == EEXIST else {
        throw FileContent.Failure(error: errno)
      }
    }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(place(of: name), flags, 0o600)
    guard descriptor >= 0 else { throw FileContent.Failure(error: errno) }
    return UnpackedFile(descriptor)
  }
}

/// A file while it is unpacked.
final class UnpackedFile {
  private let descriptor: Int32
  /// The system's number, when not all could be written.
  private(set) var error: Int32 = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func append(_ bytes: UnsafeRawBufferPointer) {
    if error == 0 { error = writeWhole(bytes, to: descriptor) }
  }
}
