import Foundation
import Loading
import TestSupport
import Testing

@testable import Bundles

/// A bundle taken apart, as somebody would who wants to change it and have it look right again.
struct OpenBundle {
  var manifest: BundleManifest
  var members: [String: [UInt8]]
  var signature: BundleSignature?

  /// The parts of an archive in order, each with the place of its header and of what follows it.
  static func parts(_ archive: [UInt8]) throws -> [(header: TarHeader, start: Int, end: Int)] {
    var parts: [(TarHeader, Int, Int)] = []
    var place = 0
    while case .member(let header) = TarHeader.reading(Array(archive[place..<place + 512])) {
      let end = place + 512 + header.size + TarHeader.filler(behind: header.size)
      parts.append((header, place, end))
      place = end
    }
    try #require(archive.count == place + 1024)
    return parts
  }

  init(_ archive: [UInt8]) throws {
    members = [:]
    for part in try OpenBundle.parts(archive) {
      members[part.header.name] = Array(
        archive[part.start + 512..<part.start + 512 + part.header.size])
    }
    manifest = try BundleManifest.read(try #require(members[MemberName.manifest]))
    members[MemberName.manifest] = nil
    signature = members.removeValue(forKey: MemberName.signature).flatMap { BundleSignature($0) }
    members[MemberName.digest] = nil
  }

  /// The archive again, with all sizes and digests that anybody can work out.
  func redone() throws -> [UInt8] {
    var manifest = manifest
    manifest.files = manifest.files.map { file in
      guard let bytes = members[file.name] else { return file }
      var file = file
      file.size = bytes.count
      file.sha256 = FileAccess.digest(bytes)
      return file
    }
    let folder = try TemporaryFolder()
    var writer = ArchiveWriter(folder.path("goi.tar"))
    let problem = writer.write(
      manifest, signature,
      manifest.files.map { BundleMember(file: $0, source: .bytes(members[$0.name] ?? [])) })
    try #require(problem == nil)
    try #require(writer.finish(isWhole: true) == nil)
    return try bytes(of: folder.path("goi.tar"))
  }

  var log: String { "\(manifest.folder)/events.jsonl" }
}

/// An archive of any members, in any order.
func archive(_ members: [(TarHeader, [UInt8])], end: [UInt8] = TarHeader.end) -> [UInt8] {
  members.flatMap { header, bytes in
    header.bytes + bytes + [UInt8](repeating: 0, count: TarHeader.filler(behind: bytes.count))
  } + end
}
