internal import Diagnostics
package import EventLog
internal import Reports

/// What a bundle holds, and what it says of it: `manifest.json` (`parindex/bundle@1`).
package struct BundleManifest: Hashable, Sendable {
  /// What a file is to the round.
  package enum Kind: String, Sendable, CaseIterable {
    case input
    /// The round's events.
    case log
    case result
    /// A document that a unit points to; no point depends on what is in it.
    case evidence
  }

  package struct File: Hashable, Sendable {
    package var name: String
    package var size: Int
    /// 64 hexadecimal digits.
    package var sha256: String
    package var kind: Kind
    /// False: a document of evidence that was left out; its digest is kept.
    package var isStored: Bool
  }

  package static let format = "parindex/bundle@1"

  /// The version of the engine that made the results.
  package var engine: String
  /// The round's id.
  package var round: String
  /// Where its folder stands in the bundle.
  package var folder: String
  /// nil: there is no log.
  package var seal: LogSeal?
  /// The digest that the result bears.
  package var resultDigest: String
  /// The public key of whoever signed; 64 hexadecimal digits.
  package var signedBy: String?
  /// Everything behind the manifest, sorted by name as bytes.
  package var files: [File]
}

extension BundleManifest {
  /// The file's bytes, the same for the same manifest.
  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("format", BundleManifest.format)
      $0.member("engine", engine)
      $0.member("round", round)
      $0.member("folder", folder)
      $0.member("log_seal", ifPresent: seal?.text)
      $0.member("result_digest", resultDigest)
      $0.member("signed_by", ifPresent: signedBy)
      $0.member("files") { list in
        list.array { array in
          for file in files {
            array.object {
              $0.member("name", file.name)
              $0.member("kind", file.kind.rawValue)
              $0.member("size", file.size)
              $0.member("sha256", file.sha256)
              if !file.isStored { $0.member("stored", false) }
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// Why bytes are no manifest that can be used.
  enum Fault: Error, Hashable {
    case syntax
    case format(String)
    /// It means something, and is not written as this program writes it.
    case notCanonical
    /// A name that leads out of the folder, or that no file can have.
    case unsafeName(String)
    /// Twice the same name, or one before another that should be behind it.
    case disordered(String)
  }

  static func read(_ bytes: [UInt8]) throws(Fault) -> BundleManifest {
    guard let value = JSONText.value(bytes) else { throw .syntax }
    guard let format = value["format"]?.text else { throw .syntax }
    guard format == BundleManifest.format else { throw .format(format) }
    guard let manifest = BundleManifest(value) else { throw .syntax }
    var last: String?
    for name in manifest.files.map(\.name) {
      guard MemberName.isSafe(name) else { throw .unsafeName(name) }
      if let last, !MemberName.precedes(last, name) { throw .disordered(name) }
      last = name
    }
    guard MemberName.isSafe(manifest.folder) else { throw .unsafeName(manifest.folder) }
    guard manifest.bytes == bytes else { throw .notCanonical }
    return manifest
  }

  private init?(_ value: JSONValue) {
    guard let engine = value["engine"]?.text, let round = value["round"]?.text,
      let folder = value["folder"]?.text, let digest = value["result_digest"]?.text,
      case .array(let list)? = value["files"]
    else { return nil }
    if let text = value["log_seal"]?.text {
      guard let seal = LogSeal(parsing: text) else { return nil }
      self.seal = seal
    }
    if let key = value["signed_by"] {
      guard let text = key.text, Hexadecimal.bytes(text)?.count == 32 else { return nil }
      signedBy = text
    }
    files = []
    files.reserveCapacity(list.count)
    for entry in list {
      guard let name = entry["name"]?.text, let kind = entry["kind"]?.text.flatMap(Kind.init),
        case .number(let digits)? = entry["size"], let size = Int(digits),
        (0...TarHeader.largest).contains(size), let sha256 = entry["sha256"]?.text,
        Hexadecimal.bytes(sha256)?.count == 32
      else { return nil }
      let isStored = entry["stored"] == nil
      guard isStored || kind == .evidence else { return nil }
      files.append(
        File(name: name, size: size, sha256: sha256, kind: kind, isStored: isStored))
    }
    self.engine = engine
    self.round = round
    self.folder = folder
    resultDigest = digest
  }
}

extension JSONValue {
  /// The text, where it is one.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
