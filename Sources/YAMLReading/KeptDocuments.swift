package import Diagnostics
internal import Glibc
internal import Synchronization

/// Documents as they were read before, by the digests of their files' bytes, so that a round of
/// thousands of units is looked at again without parsing what has not changed; and bytes that were
/// made of such a round, by names of the same form.
///
/// A file of our own, for one user only: it is made, and believed, only in a folder and with a
/// mode that let nobody else write. What is taken out is checked against what was put in; what
/// fits no longer, or cannot be kept, is parsed. Results are the same with it and without.
package final class KeptDocuments: Sendable {
  private struct Place {
    let offset: Int
    let records: Int
    let scalars: Int
    let check: UInt64
  }

  private struct Writing {
    /// Where the next document goes; nil: nothing is added.
    var end: Int?
    /// What was added.
    var names: Set<String> = []
  }

  private let descriptor: Int32
  private let places: [String: Place]
  private let writing: Mutex<Writing>

  /// Opens what is kept under a name, or begins it.
  /// - Parameters:
  ///   - folder: made where it is missing, but not the one that it is in.
  ///   - name: of the file; another engine takes another name.
  package init?(in folder: String, name: String) {
    mkdir(folder, 0o700)
    var about = stat()
    guard lstat(folder, &about) == 0, about.st_mode & S_IFMT == S_IFDIR,
      KeptDocuments.isOwn(about)
    else { return nil }
    let descriptor = open(
      "\(folder)/\(name)", O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
      0o600 as mode_t)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG,
      KeptDocuments.isOwn(about)
    else {
      close(descriptor)
      return nil
    }
    let isAlone = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    let (places, end) = KeptDocuments.places(descriptor, Int(about.st_size))
    self.places = places
    writing = Mutex(Writing(end: isAlone ? end : nil))
  }

  deinit { close(descriptor) }

  /// Whether nobody else can have written it.
  private static func isOwn(_ about: stat) -> Bool {
    about.st_uid == geteuid() && about.st_mode & 0o022 == 0
  }

  // MARK: Taking out

  /// The document of a file with a digest; nil where it is not kept.
  package func document(_ digest: String, _ file: SourceFile) -> YAMLDocument? {
    guard let place = places[digest],
      let records = values(place.offset, place.records, of: NodeRecord.self),
      let scalars = values(
        place.offset + place.records * MemoryLayout<NodeRecord>.stride, place.scalars,
        of: UInt8.self),
      KeptDocuments.check(records, scalars) == place.check
    else { return nil }
    return YAMLDocument(file: file, records: records, scalarBytes: scalars)
  }

  /// Whether nothing was kept when it was opened.
  package var isEmpty: Bool { places.isEmpty }

  package func contains(_ name: String) -> Bool { places[name] != nil }

  /// Bytes that were kept under a name of 64 digits.
  package func bytes(_ name: String) -> [UInt8]? {
    guard let place = places[name], place.records == 0,
      let bytes = values(place.offset, place.scalars, of: UInt8.self),
      KeptDocuments.check([], bytes) == place.check
    else { return nil }
    return bytes
  }

  private func values<Value: BitwiseCopyable>(
    _ offset: Int, _ count: Int, of type: Value.Type
  ) -> [Value]? {
    let length = count * MemoryLayout<Value>.stride
    let values = [Value](unsafeUninitializedCapacity: count) { buffer, initialised in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var got = 0
      while got < length, let start = bytes.baseAddress {
        let more = pread(descriptor, start + got, length - got, offset + got)
        guard more > 0 || (more < 0 && errno == EINTR) else { return }
        got += max(0, more)
      }
      initialised = count
    }
    return values.count == count ? values : nil
  }

  // MARK: Putting in

  /// Keeps a document that was read without any problem.
  package func keep(_ document: YAMLDocument, _ digest: String) {
    keep(document.records, document.scalarBytes, digest)
  }

  /// Keeps bytes under a name of 64 digits.
  package func keep(_ bytes: [UInt8], _ name: String) { keep([], bytes, name) }

  private func keep(_ records: [NodeRecord], _ scalars: [UInt8], _ digest: String) {
    // Once; what does not come to its check any more is kept anew, behind it.
    let isNew = writing.withLock { $0.end != nil && $0.names.insert(digest).inserted }
    guard isNew else { return }
    let header = Header(
      digest: digest, records: records.count, scalars: scalars.count,
      check: KeptDocuments.check(records, scalars))
    var bytes = header.bytes
    records.withUnsafeBytes { bytes += $0 }
    bytes += scalars
    writing.withLock { writing in
      guard let end = writing.end else { return }
      // A disk that is full ends the keeping, nothing else.
      let written = pwrite(descriptor, bytes, bytes.count, end)
      writing.end = written == bytes.count ? end + written : nil
    }
  }

  /// Drops everything when most of it was of files that are no more.
  /// - Parameter used: how many documents the round has now.
  package func tidy(used: Int) {
    writing.withLock { writing in
      guard writing.end != nil, places.count > 2 * used + 64 else { return }
      ftruncate(descriptor, 0)
      writing.end = nil
    }
  }
}

// MARK: The file

extension KeptDocuments {
  /// What stands before each document.
  private struct Header {
    let digest: String
    let records: Int
    let scalars: Int
    let check: UInt64

    static let length = 64 + 3 * 8

    init(digest: String, records: Int, scalars: Int, check: UInt64) {
      self.digest = digest
      self.records = records
      self.scalars = scalars
      self.check = check
    }

    init(_ bytes: UnsafeRawBufferPointer) {
      func word(_ place: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: 64 + place * 8, as: UInt64.self)
      }
      digest = String(decoding: bytes.prefix(64), as: UTF8.self)
      records = Int(clamping: word(0))
      scalars = Int(clamping: word(1))
      check = word(2)
    }

    var bytes: [UInt8] {
      var bytes = Array(digest.utf8)
      for word in [UInt64(records), UInt64(scalars), check] {
        withUnsafeBytes(of: word) { bytes += $0 }
      }
      return bytes
    }
  }

  /// Where the documents are, and where the last whole one ends.
  private static func places(_ descriptor: Int32, _ size: Int) -> ([String: Place], end: Int) {
    var places: [String: Place] = [:]
    var end = 0
    var bytes = [UInt8](repeating: 0, count: Header.length)
    while end + Header.length <= size, pread(descriptor, &bytes, bytes.count, end) == bytes.count {
      let header = bytes.withUnsafeBytes { Header($0) }
      let (nodes, isTooLong) = header.records.multipliedReportingOverflow(
        by: MemoryLayout<NodeRecord>.stride)
      let room = size - end - Header.length
      guard !isTooLong, nodes <= room, header.scalars <= room - nodes else { break }
      places[header.digest] = Place(
        offset: end + Header.length, records: header.records, scalars: header.scalars,
        check: header.check)
      end += Header.length + nodes + header.scalars
    }
    return (places, end)
  }

  /// A sum over every byte, against what a disk or a killed process left.
  private static func check(_ records: [NodeRecord], _ scalars: [UInt8]) -> UInt64 {
    var sum = UInt64(truncatingIfNeeded: records.count)
    func add(_ bytes: UnsafeRawBufferPointer) {
      var place = 0
      while place + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
        place += 8
      }
      while place < bytes.count {
        sum = (sum ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3
        place += 1
      }
    }
    records.withUnsafeBytes(add)
    scalars.withUnsafeBytes(add)
    return sum ^ sum >> 32
  }
}
