internal import Crypto
package import Diagnostics
internal import Glibc
internal import Loading
internal import Reports
internal import YAMLReading

/// A private key that bundles are signed with (Ed25519), and its file.
///
/// One line of JSON: `{"format":"parindex/key@1","private_key":"…","public_key":"…"}`.
package struct BundleKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  private init(key: Curve25519.Signing.PrivateKey) { self.key = key }

  /// nil when so many bytes are no key.
  init?(secret: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret) else {
      return nil
    }
    self.key = key
  }

  /// 64 hexadecimal digits, for everybody to see.
  package var publicKey: String { FileAccess.hexadecimal(key.publicKey.rawRepresentation) }

  /// A new key in a new file that only its owner may read.
  /// - Returns: the public key, or why there is no file; one that is there is kept.
  package static func make(at path: String) -> Result<String, DiagnosticFailure> {
    let key = BundleKey(key: Curve25519.Signing.PrivateKey())
    func failure(_ error: Int32) -> Result<String, DiagnosticFailure> {
      .failure(
        DiagnosticFailure(.fileUnwritable(SourceFile(path: path), reason: systemError(error))))
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return failure(errno) }
    let bytes = key.fileBytes
    let isWhole =
      bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
      && fsync(descriptor) == 0
    let error = isWhole ? 0 : errno
    close(descriptor)
    guard isWhole else {
      unlink(path)
      return failure(error)
    }
    return .success(key.publicKey)
  }

  /// Reads a key's file, which must be its owner's alone: whoever reads it can sign.
  package static func load(_ path: String) -> Result<BundleKey, DiagnosticFailure> {
    switch readFile(path: path, displayPath: path, limit: 4096) {
    case .refused(let diagnostic): return .failure(DiagnosticFailure(diagnostic))
    case .text(let text):
      guard let value = JSONText.value(text.bytes), value["format"]?.text == format,
        let digits = value["private_key"]?.text.flatMap(Hexadecimal.bytes),
        let key = BundleKey(secret: digits), key.publicKey == value["public_key"]?.text
      else { return .failure(DiagnosticFailure(.noKey(SourceFile(path: path)))) }
      var about = stat()
      guard stat(path, &about) == 0, about.st_mode & 0o077 == 0 else {
        let mode = String(about.st_mode & 0o777, radix: 8)
        return .failure(DiagnosticFailure(.keyNotPrivate(SourceFile(path: path), mode: mode)))
      }
      return .success(key)
    }
  }

  private static let format = "parindex/key@1"

  private var fileBytes: [UInt8] {
    var json = JSONWriter(indented: false)
    json.object {
      $0.member("format", BundleKey.format)
      $0.member("private_key", FileAccess.hexadecimal(key.rawRepresentation))
      $0.member("public_key", publicKey)
    }
    return json.bytes + [0x0A]
  }

  /// nil only when the library cannot sign.
  func signature(of bytes: [UInt8]) -> BundleSignature? {
    guard let signature = try? key.signature(for: bytes) else { return nil }
    return BundleSignature(publicKey: publicKey, signature: FileAccess.hexadecimal(signature))
  }
}

/// Why something could not be had.
package struct DiagnosticFailure: Error {
  package let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
