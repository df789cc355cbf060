internal import CZlib
internal import Glibc

/// What is wrong with a compressed file; numbers that are no error number of the system.
package enum CompressedFault: Int32, CaseIterable, Hashable, Sendable {
  /// It breaks off within a member: a copy or a download that was not finished.
  case endsTooSoon = -1
  /// What is there is not what was packed, or no gzip at all.
  case damaged = -2
}

/// Unpacks a gzip file (RFC 1952) from its beginning to its end: members behind each other are one
/// text, zeros behind the last are padding.
///
/// Memory is that of one window, whatever the file would unpack to.
final class GzipInflater: @unchecked Sendable {
  private let descriptor: Int32
  private let opened: OpenedFile
  private let input: UnsafeMutablePointer<UInt8>
  private let stream: UnsafeMutablePointer<z_stream>
  private var isAtEnd = false
  private var isInMember = true
  private var isPadding = false

  /// The system's error number, or that of a fault; 0 while there is none.
  private(set) var failure: Int32 = 0
  /// Bytes unpacked so far.
  private(set) var reached = 0
  /// Whether the last member ended, and its checksum was right.
  private(set) var hasEnded = false

  private static let inputSize = 64 << 10

  init?(path: String) {
    // Without O_NONBLOCK, opening a pipe waits until somebody writes to it.
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    opened = OpenedFile(descriptor)
    input = .allocate(capacity: GzipInflater.inputSize)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    if gzip_inflate_begin(stream) != Z_OK { failure = ENOMEM }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
    close(descriptor)
  }

  /// 0, or `ESTALE` when somebody wrote to the file since it was opened.
  var problem: Int32 { opened.problem }

  /// Whether a file is compressed: by its name, or by its first two bytes.
  static func isCompressed(_ path: String) -> Bool {
    if path.lowercased().hasSuffix(".gz") { return true }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var magic: [UInt8] = [0, 0]
    return pread(descriptor, &magic, 2, 0) == 2 && magic == [0x1F, 0x8B]
  }

  /// Unpacks up to so many bytes.
  /// - Returns: how many; fewer only at the end and at a fault.
  func fill(_ target: UnsafeMutablePointer<UInt8>, _ wanted: Int) -> Int {
    var got = 0
    while got < wanted, failure == 0, !hasEnded {
      if stream.pointee.avail_in == 0, !isAtEnd { refill() }
      if failure != 0 { break }
      guard isInMember else {
        beginMember()
        continue
      }
      stream.pointee.next_out = target + got
      stream.pointee.avail_out = UInt32(clamping: wanted - got)
      let room = Int(stream.pointee.avail_out)
      let code = inflate(stream, Z_NO_FLUSH)
      let unpacked = room - Int(stream.pointee.avail_out)
      got += unpacked
      reached += unpacked
      switch code {
      case Z_OK: break
      case Z_STREAM_END: isInMember = false
      case Z_BUF_ERROR where stream.pointee.avail_in == 0:
        if isAtEnd { failure = CompressedFault.endsTooSoon.rawValue }
      case Z_MEM_ERROR: failure = ENOMEM
      default: failure = CompressedFault.damaged.rawValue
      }
    }
    return got
  }

  private func refill() {
    while true {
      let count = read(descriptor, input, GzipInflater.inputSize)
      if count >= 0 {
        isAtEnd = count == 0
        stream.pointee.next_in = input
        stream.pointee.avail_in = UInt32(count)
        return
      }
      if errno != EINTR {
        failure = errno
        return
      }
    }
  }

  /// Between members: another one, padding, or the end.
  private func beginMember() {
    guard stream.pointee.avail_in > 0, let next = stream.pointee.next_in else {
      hasEnded = true
      return
    }
    if next.pointee == 0 {
      isPadding = true
      stream.pointee.next_in = next + 1
      stream.pointee.avail_in -= 1
    } else if !isPadding, next.pointee == 0x1F {
      isInMember = inflateReset(stream) == Z_OK
    } else {
      failure = CompressedFault.damaged.rawValue
    }
  }
}

/// The first bytes of a compressed export, unpacked.
/// - Returns: fewer bytes only where the file ends; a fault behind the first ones is not told.
package func unpackedHead(of path: String, bytes most: Int) -> Result<[UInt8], CountFailure> {
  guard let inflater = GzipInflater(path: path) else {
    return .failure(CountFailure(error: errno, isReading: true))
  }
  let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
    count = buffer.baseAddress.map { inflater.fill($0, most) } ?? 0
  }
  guard bytes.isEmpty, inflater.failure != 0 else { return .success(bytes) }
  return .failure(CountFailure(error: inflater.failure, isReading: true, place: 0))
}

/// Unpacks a compressed file from its beginning to its end.
/// - Returns: whether it could be, whole.
package func unpack(_ path: String, _ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
  guard let inflater = GzipInflater(path: path) else { return false }
  let size = 256 << 10
  let part = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  defer { part.deallocate() }
  while inflater.failure == 0, !inflater.hasEnded {
    take(UnsafeRawBufferPointer(start: part, count: inflater.fill(part, size)))
  }
  return inflater.failure == 0
}

/// Whether an export is compressed: by its name, or by its first two bytes.
package func isCompressedExport(_ path: String) -> Bool { GzipInflater.isCompressed(path) }
