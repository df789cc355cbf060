internal import CMinizip
internal import Glibc

/// The parts of a workbook's container, by name, inflated on demand through minizip.
final class ContainerReader {
  private let file: MemoryFile
  private let zip: unzFile
  private let limits: ReadingLimits
  private var places: [String: unz64_file_pos] = [:]
  /// Bytes that were inflated so far.
  private var inflated = 0

  /// Looks at the list of parts; nothing is inflated yet.
  init(_ bytes: [UInt8], _ limits: ReadingLimits) throws(ReadingFailure) {
    guard bytes.count >= 22 else { throw .notAContainer }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .encryptedOrOld }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .notAContainer }
    do {
      file = try MemoryFile()
      try file.write(bytes)
    } catch {
      throw .system(ENOMEM)
    }
    guard let zip = unzOpen64(file.path) else { throw .notAContainer }
    self.zip = zip
    self.limits = limits
    try list()
  }

  deinit { unzClose(zip) }

  /// Whether there is a part of this name, whatever its case.
  func has(_ name: String) -> Bool { places[name.lowercased()] != nil }

  /// Whether there is a part whose name, in lower case, fits.
  func hasPart(_ fits: (String) -> Bool) -> Bool { places.keys.contains(where: fits) }

  private func list() throws(ReadingFailure) {
    var count = 0
    var answer = unzGoToFirstFile(zip)
    while answer == UNZ_OK {
      count += 1
      guard count <= limits.parts else { throw .tooMuch(.parts, part: "") }
      try note()
      answer = unzGoToNextFile(zip)
    }
    guard answer == UNZ_END_OF_LIST_OF_FILE, count > 0 else { throw .notAContainer }
  }

  private func note() throws(ReadingFailure) {
    var about = unz_file_info64()
    var bytes = [CChar](repeating: 0, count: 512)
    guard
      unzGetCurrentFileInfo64(zip, &about, &bytes, UInt(bytes.count - 1), nil, 0, nil, 0) == UNZ_OK,
      about.size_filename < UInt(bytes.count)
    else { throw .notAContainer }
    let written = bytes.prefix(Int(about.size_filename)).map { UInt8(bitPattern: $0) }
    let name = String(decoding: written, as: UTF8.self)
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if name.hasPrefix("/") || name.contains("\\") || name.contains(":") || parts.contains("..")
      || written.contains(0)
    {
      throw .unsafeName(name)
    }
    if about.flag & 1 != 0 { throw .encryptedPart(name) }
    guard !name.hasSuffix("/") else { return }
    var place = unz64_file_pos()
    guard unzGetFilePos64(zip, &place) == UNZ_OK else { throw .notAContainer }
    guard places.updateValue(place, forKey: name.lowercased()) == nil else {
      throw .duplicateName(name)
    }
  }

  /// Inflates a part, piece by piece.
  func read(
    _ name: String,
    _ take: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws(ReadingFailure) ->
      Void
  ) throws(ReadingFailure) {
    guard var place = places[name.lowercased()] else { throw .missingPart(name) }
    guard unzGoToFilePos64(zip, &place) == UNZ_OK, unzOpenCurrentFile(zip) == UNZ_OK else {
      throw .damagedPart(name)
    }
    var isOpen = true
    defer { if isOpen { unzCloseCurrentFile(zip) } }
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { piece.deallocate() }
    while true {
      let count = Int(unzReadCurrentFile(zip, piece.baseAddress, UInt32(piece.count)))
      guard count >= 0 else { throw .damagedPart(name) }
      inflated += count
      guard inflated <= limits.inflatedBytes else { throw .tooMuch(.inflatedBytes, part: name) }
      try take(UnsafeBufferPointer(rebasing: piece[..<count]), count == 0)
      if count == 0 { break }
    }
    isOpen = false
    // The digest of the part is looked at here.
    guard unzCloseCurrentFile(zip) == UNZ_OK else { throw .damagedPart(name) }
  }
}
