internal import Crypto
internal import Diagnostics
internal import Reports

/// The signature of a manifest: `manifest.sig`.
struct BundleSignature: Hashable {
  let publicKey: String
  let signature: String

  init(publicKey: String, signature: String) {
    self.publicKey = publicKey
    self.signature = signature
  }

  /// Reads what `bytes` gives and nothing else.
  init?(_ bytes: [UInt8]) {
    guard let value = JSONText.value(bytes), let key = value["public_key"]?.text,
      let signature = value["signature"]?.text
    else { return nil }
    self.init(publicKey: key, signature: signature)
    guard self.bytes == bytes else { return nil }
  }

  var bytes: [UInt8] {
    var json = JSONWriter(indented: false)
    json.object {
      $0.member("algorithm", "Ed25519")
      $0.member("public_key", publicKey)
      $0.member("signature", signature)
    }
    return json.bytes + [0x0A]
  }

  /// The size that every one has.
  static let size =
    BundleSignature(
      publicKey: String(repeating: "0", count: 64), signature: String(repeating: "0", count: 128)
    ).bytes.count

  func holds(for manifest: [UInt8]) -> Bool {
    guard let digits = Hexadecimal.bytes(publicKey), let signature = Hexadecimal.bytes(signature),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: digits)
    else { return false }
    return key.isValidSignature(signature, for: manifest)
  }
}
