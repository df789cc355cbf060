package import Diagnostics
package import EventLog
package import Grading

/// What is asked of a verification.
package struct VerifyOptions: Sendable {
  /// The version of this engine.
  package var engine: String
  /// The key that the bundle must be signed with; nil: any, or none.
  package var publicKey: String?
  /// A seal that was published elsewhere.
  package var seal: LogSeal?
  /// The most threads; nil: as many as the machine has.
  package var threads: Int?

  package init(engine: String) { self.engine = engine }
}

/// What verifying a bundle came to.
package struct BundleVerification: Sendable {
  /// nil: there is none that can be read.
  package internal(set) var manifest: BundleManifest?
  /// False: what is there is no bundle.
  package internal(set) var isBundle = false
  /// Whether the signature of the key that the manifest names is right.
  package internal(set) var isSigned = false
  /// How many events stand in an unbroken chain, and what they come to.
  package internal(set) var seal: LogSeal?
  /// Whether there is a log in which nothing is wrong.
  package internal(set) var isLogSound = false
  /// The round as it was computed again; nil when it could not be.
  package internal(set) var round: Round?
  /// What was published elsewhere and the bundle was held against.
  package internal(set) var publishedKey: String?
  package internal(set) var publishedSeal: LogSeal?
  package internal(set) var findings: [Diagnostic] = []
  /// What is in the bundle's results and is not what its inputs give.
  package internal(set) var differences: [ResultDifference] = []

  package var isRecomputed: Bool { round != nil }

  package var isVerified: Bool {
    isBundle && isRecomputed && differences.isEmpty
      && !findings.contains { $0.severity == .error }
  }
}

/// Reads a bundle, checks all that can be checked, and computes the round again.
package func verifyBundle(_ path: String, _ options: VerifyOptions) -> BundleVerification {
  var verifier = BundleVerifier(path, options)
  verifier.verify()
  return verifier.result
}
