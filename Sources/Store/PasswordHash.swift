internal import Crypto
internal import CryptoExtras

/// What a password is checked against: scrypt (RFC 7914) with a salt of its own.
///
/// The costs stand beside the hash, so that they can be raised: who signs in is hashed anew.
package struct PasswordHash: Hashable, Sendable {
  /// 16 MiB and some 50 ms on one core.
  package static let usualCost = Cost(rounds: 1 << 14, blockSize: 8, parallelism: 1)

  package struct Cost: Hashable, Sendable {
    /// A power of two.
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
      self.rounds = rounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// What no text from a store may go beyond, or one row would take all memory.
    fileprivate var isSane: Bool {
      (2...1 << 20).contains(rounds) && rounds & (rounds - 1) == 0 && (1...32).contains(blockSize)
        && (1...16).contains(parallelism)
    }
  }

  package let cost: Cost
  private let salt: [UInt8]
  private let hash: [UInt8]

  /// Hashes a password with a new salt; takes the time that it is meant to take.
  package init(of password: String, cost: Cost = usualCost) {
    self.cost = cost
    salt = Secret.randomBytes(16)
    hash = PasswordHash.derive(password, salt, cost)
  }

  /// Reads `scrypt:16384:8:1:SALT:HASH`; nil when it is no such text.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      let salt = Secret.bytes(parts[4]), let hash = Secret.bytes(parts[5]), salt.count == 16,
      hash.count == 32
    else { return nil }
    cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    guard cost.isSane else { return nil }
    self.salt = salt
    self.hash = hash
  }

  package var text: String {
    "scrypt:\(cost.rounds):\(cost.blockSize):\(cost.parallelism):"
      + "\(Secret.text(salt)):\(Secret.text(hash))"
  }

  /// Whether it is this password; takes as long either way.
  package func matches(_ password: String) -> Bool {
    Secret.areEqual(PasswordHash.derive(password, salt, cost), hash)
  }

  private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) -> [UInt8] {
    let key = try? KDF.Scrypt.deriveKey(
      from: Array(password.utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds,
      blockSize: cost.blockSize, parallelism: cost.parallelism)
    // Sane costs are never refused; if they were, nothing would match random bytes.
    return key.map { $0.withUnsafeBytes(Array.init) } ?? Secret.randomBytes(32)
  }
}
