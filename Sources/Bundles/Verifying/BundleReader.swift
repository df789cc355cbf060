internal import Crypto
internal import Diagnostics
internal import Loading

/// Reads a bundle from its beginning to its end and trusts nothing in it: every byte must be the
/// one that this program would write for what the manifest says.
///
/// Files are unpacked as they pass; a name is used only when it is safe and the manifest has it.
struct BundleReader {
  var findings: [Diagnostic] = []
  /// nil: what is there is no bundle, or its manifest cannot be read.
  private(set) var manifest: BundleManifest?
  private(set) var manifestBytes: [UInt8] = []
  private(set) var signature: BundleSignature?
  /// False: it does not even begin like a bundle.
  private(set) var isBundle = false
  /// Names of files that were unpacked, with the digests that they really have.
  private(set) var unpacked: [String: String] = [:]

  let source: ByteSource
  let file: SourceFile
  private let folder: Unpacking
  /// Headers in a row that could not be understood.
  var damaged = 0

  /// The largest manifest: a round of a million files.
  private static let largestManifest = 256 << 20

  init(_ path: String, into folder: Unpacking) throws(FileContent.Failure) {
    source = try ByteSource(path)
    file = SourceFile(path: path)
    self.folder = folder
  }

  mutating func read() {
    guard let bytes = readManifest() else { return }
    manifestBytes = bytes
    do {
      let manifest = try BundleManifest.read(bytes)
      self.manifest = manifest
      if let key = manifest.signedBy { readSignature(by: key) }
      readMembers(of: manifest)
    } catch {
      // A manifest whose digest is right was never one of this program's.
      if findings.isEmpty { isBundle = error == .notCanonical }
      findings.append(.manifestFault(error))
    }
    if source.error != 0 { findings.append(.inputUnreadable(file, error: source.error)) }
  }

  // MARK: Head

  private mutating func readManifest() -> [UInt8]? {
    let head = source.bytes(TarHeader.block)
    guard let size = BundleReader.sizeOfManifest(head), size <= BundleReader.largestManifest else {
      findings.append(.noBundle(file))
      return nil
    }
    isBundle = true
    let header = TarHeader(name: MemberName.manifest, size: size)
    if header.bytes != head { findings.append(headerChanged(header.name, header.bytes, head)) }
    let bytes = source.bytes(size)
    guard bytes.count == size else {
      findings.append(.archiveCut(MemberName.manifest, at: source.offset))
      return nil
    }
    checkFiller(behind: size, of: MemberName.manifest)
    let expected = BundleManifest.digestFile(of: bytes)
    if take(MemberName.digest, expected.count) != expected {
      findings.append(.memberChanged(MemberName.manifest))
    }
    return bytes
  }

  /// The size of the first member; nil when it is no manifest.
  private static func sizeOfManifest(_ head: [UInt8]) -> Int? {
    let name = Array(MemberName.manifest.utf8) + [0]
    guard head.count == TarHeader.block, head.starts(with: name) else { return nil }
    return Int(String(decoding: head[124..<135], as: UTF8.self), radix: 8).flatMap {
      $0 >= 0 ? $0 : nil
    }
  }

  private mutating func readSignature(by key: String) {
    let bytes = take(MemberName.signature, BundleSignature.size)
    guard let signature = BundleSignature(bytes), signature.publicKey == key else {
      findings.append(.signatureBroken())
      return
    }
    guard signature.holds(for: manifestBytes) else {
      findings.append(.signatureBroken())
      return
    }
    self.signature = signature
  }

  /// A small member of a size that is known.
  private mutating func take(_ name: String, _ size: Int) -> [UInt8] {
    let header = TarHeader(name: name, size: size).bytes
    let head = source.bytes(header.count)
    if head != header { findings.append(headerChanged(name, header, head)) }
    let bytes = source.bytes(size)
    checkFiller(behind: size, of: name)
    return bytes
  }

  /// Unpacks a member, and holds it against the manifest.
  /// - Returns: false at the end of the archive.
  mutating func unpack(
    _ file: BundleManifest.File, size: Int, head: [UInt8] = []
  ) -> Bool {
    if !head.isEmpty, head != TarHeader(name: file.name, size: file.size).bytes {
      findings.append(.memberSize(file.name, size, expected: file.size))
    }
    var target: UnpackedFile?
    // No point depends on what is in a document.
    if file.kind != .evidence {
      do {
        target = try folder.create(file.name)
      } catch {
        findings.append(.cannotUnpack(file.name, error: error.error))
      }
    }
    var hash = SHA256()
    let count = source.pass(size) { part in
      hash.update(bufferPointer: part)
      target?.append(part)
    }
    guard count == size else {
      findings.append(.archiveCut(file.name, at: source.offset))
      return false
    }
    let digest = FileAccess.hexadecimal(hash.finalize())
    if size == file.size, digest != file.sha256 { findings.append(.memberChanged(file.name)) }
    checkFiller(behind: size, of: file.name)
    if let target {
      if target.error == 0 {
        unpacked[file.name] = digest
      } else {
        findings.append(.cannotUnpack(file.name, error: target.error))
      }
    }
    return true
  }

  mutating func skip(_ header: TarHeader) -> Bool {
    let size = header.size + TarHeader.filler(behind: header.size)
    if source.pass(size, { _ in }) == size { return true }
    findings.append(.archiveCut(header.name, at: source.offset))
    return false
  }

  private mutating func checkFiller(behind size: Int, of name: String) {
    let at = source.offset
    let bytes = source.bytes(TarHeader.filler(behind: size))
    if let place = bytes.firstIndex(where: { $0 != 0 }) {
      findings.append(.fillerChanged(name, at: at + place))
    }
  }

  // MARK: Parts

  /// The first byte of a header that is not as it should be.
  func headerChanged(_ name: String, _ expected: [UInt8], _ found: [UInt8]) -> Diagnostic {
    let same = zip(expected, found).prefix { $0 == $1 }.count
    return .headerChanged(name, at: source.offset - found.count + same)
  }
}
