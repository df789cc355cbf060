internal import CMinizip
internal import Glibc
internal import Loading

/// A folder as one ZIP file, for programs that open nothing else; written by Debian's minizip.
///
/// Every part carries the same day, the first that the format knows, so that the same folder gives
/// the same bytes.
package struct FolderArchive: Sendable {
  private let folder: String
  private let names: [String]

  /// All regular files below the folder, in the order of their bytes.
  package init(of folder: String) {
    self.folder = folder
    names = FolderArchive.files(in: folder, "").sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private static func files(in folder: String, _ path: String) -> [String] {
    FileAccess.names(in: folder + "/" + path, hidden: true).flatMap { name -> [String] in
      let own = path.isEmpty ? name : "\(path)/\(name)"
      return FileAccess.isFolder("\(folder)/\(own)") ? files(in: folder, own) : [own]
    }
  }

  /// - Returns: whether all of it is there; what is not whole is removed.
  package func write(to path: String) -> Bool {
    guard let archive = zipOpen64(path, APPEND_STATUS_CREATE) else { return false }
    let isWhole = names.allSatisfy { add($0, to: archive) }
    let isClosed = zipClose(archive, nil) == ZIP_OK
    if !isWhole || !isClosed { unlink(path) }
    return isWhole && isClosed
  }

  private func add(_ name: String, to archive: zipFile) -> Bool {
    let descriptor = open("\(folder)/\(name)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var info = zip_fileinfo()
    // 1 January 1980, as MS-DOS counts.
    info.dosDate = 0x0021_0000
    // Names are UTF-8 (flag 11), and a part may be larger than the old format holds.
    let utf8: UInt = 1 << 11
    guard
      zipOpenNewFileInZip4_64(
        archive, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, 6, 0, -MAX_WBITS, DEF_MEM_LEVEL,
        Z_DEFAULT_STRATEGY, nil, 0, 0, utf8, 1) == ZIP_OK
    else { return false }
    var piece = [UInt8](repeating: 0, count: 128 << 10)
    while true {
      let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return count == 0 && zipCloseFileInZip(archive) == ZIP_OK }
      let written = piece.withUnsafeBytes {
        zipWriteInFileInZip(archive, $0.baseAddress, UInt32(count))
      }
      guard written == ZIP_OK else { return false }
    }
  }
}
