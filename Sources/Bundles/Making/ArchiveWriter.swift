internal import Diagnostics
internal import Loading

/// Writes an archive member by member, so that no large file is in memory.
struct ArchiveWriter {
  private var out: StreamedFile

  init(_ path: String) { out = StreamedFile(path) }

  var problem: Diagnostic? { out.problem }

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    out.append(TarHeader(name: name, size: bytes.count).bytes)
    out.append(bytes)
    fill(behind: bytes.count)
  }

  /// Copies a file.
  /// - Returns: why it is not the one that the manifest names.
  mutating func add(_ file: BundleManifest.File, from path: String) -> Diagnostic? {
    out.append(TarHeader(name: file.name, size: file.size).bytes)
    let content: FileContent
    do {
      // What a file has grown by is not written: the archive is given up all the same.
      var left = file.size
      content = try FileContent.read(path) { part in
        out.append(Array(part.prefix(left)))
        left = max(0, left - part.count)
      }
    } catch {
      return .inputUnreadable(SourceFile(path: path), error: error.error)
    }
    fill(behind: file.size)
    return content.size == file.size && content.sha256 == file.sha256
      ? nil : .inputChanged(SourceFile(path: path))
  }

  private mutating func fill(behind size: Int) {
    out.append([UInt8](repeating: 0, count: TarHeader.filler(behind: size)))
  }

  mutating func end() { out.append(TarHeader.end) }

  /// Where the archive is before it has its name.
  mutating func draftPath() -> String? { out.draftPath() }

  mutating func finish(isWhole: Bool) -> Diagnostic? { out.finish(isWhole: isWhole) }
}

extension ArchiveWriter {
  /// Writes a whole bundle: the manifest, its digest, its signature, and what it names.
  mutating func write(
    _ manifest: BundleManifest, _ signature: BundleSignature?, _ members: [BundleMember]
  ) -> Diagnostic? {
    let bytes = manifest.bytes
    add(MemberName.manifest, bytes)
    add(MemberName.digest, BundleManifest.digestFile(of: bytes))
    if let signature { add(MemberName.signature, signature.bytes) }
    for member in members where member.file.isStored {
      switch member.source {
      case .bytes(let bytes): add(member.file.name, bytes)
      case .file(let path):
        if let changed = add(member.file, from: path) { return changed }
      }
      if let problem { return problem }
    }
    end()
    return problem
  }
}

extension BundleManifest {
  /// `manifest.sha256`, for `sha256sum -c`.
  static func digestFile(of manifest: [UInt8]) -> [UInt8] {
    Array("\(FileAccess.digest(manifest))  \(MemberName.manifest)\n".utf8)
  }
}
