internal import CMinizip
internal import Glibc

/// An archive of a few parts in memory, written by Debian's minizip.
///
/// Every part carries the same day, the first that the format knows, so that the same parts give the
/// same bytes.
struct ZIPArchive {
  let parts: [(name: String, bytes: [UInt8])]

  /// nil: the library refused a part, which only want of memory can bring about.
  func bytes() -> [UInt8]? {
    let disk = ZIPMemory()
    var functions = disk.functions
    guard let archive = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions) else { return nil }
    var isWhole = true
    for part in parts {
      var info = zip_fileinfo()
      // 1 January 1980, as MS-DOS counts.
      info.dosDate = 0x0021_0000
      isWhole =
        isWhole
        && zipOpenNewFileInZip64(
          archive, part.name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, 6, 0) == ZIP_OK
        && part.bytes.withUnsafeBytes { bytes in
          zipWriteInFileInZip(archive, bytes.baseAddress, UInt32(bytes.count))
        } == ZIP_OK && zipCloseFileInZip(archive) == ZIP_OK
    }
    guard zipClose(archive, nil) == ZIP_OK, isWhole else { return nil }
    return disk.bytes
  }
}

/// A file that is only in memory, as minizip's functions want one.
private final class ZIPMemory {
  var bytes: [UInt8] = []
  var position = 0

  var functions: zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    functions.zopen64_file = { opaque, _, _ in opaque }
    functions.zread_file = { _, _, _, _ in 0 }
    functions.zwrite_file = { opaque, _, data, length in
      guard let data else { return 0 }
      ZIPMemory.from(opaque)?.write(UnsafeRawBufferPointer(start: data, count: Int(length)))
      return length
    }
    functions.ztell64_file = { opaque, _ in UInt64(ZIPMemory.from(opaque)?.position ?? 0) }
    functions.zseek64_file = { opaque, _, offset, origin in
      guard let memory = ZIPMemory.from(opaque) else { return -1 }
      let base =
        switch origin {
        case ZLIB_FILEFUNC_SEEK_CUR: memory.position
        case ZLIB_FILEFUNC_SEEK_END: memory.bytes.count
        default: 0
        }
      memory.position = base + Int(offset)
      return 0
    }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func from(_ opaque: UnsafeMutableRawPointer?) -> ZIPMemory? {
    opaque.map { Unmanaged<ZIPMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  private func write(_ data: UnsafeRawBufferPointer) {
    if position == bytes.count {
      bytes.append(contentsOf: data)
    } else {
      // The library goes back to put sizes into the head of a part.
      let end = position + data.count
      if end > bytes.count { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
      bytes.replaceSubrange(position..<end, with: data)
    }
    position += data.count
  }
}
