/// Names of a bundle's members: relative, with no way out of the folder they are unpacked in.
enum MemberName {
  /// What the program writes first.
  static let manifest = "manifest.json"
  /// The manifest's digest, as `sha256sum` writes it.
  static let digest = "manifest.sha256"
  static let signature = "manifest.sig"
  static let result = "results/ket-qua.json"
  static let rankings = "results/xep-hang.csv"
  /// The folder of all that went in.
  static let inputs = "inputs"

  /// Longer names are refused.
  static let longest = 4096

  /// Whether a name that somebody else wrote may be used.
  static func isSafe(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard !bytes.isEmpty, bytes.count <= longest,
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
          && part.count <= 255
      }
  }

  /// Where the round's folder stands: so deep that all files that are named from it through `..`
  /// stand among the inputs, and the same wherever the round itself is.
  static func roundFolder(_ cited: [String]) -> String {
    let climbs = cited.map { $0.split(separator: "/").prefix { $0 == ".." }.count }.max() ?? 0
    let between = repeatElement("up", count: max(0, climbs - 1))
    return ([inputs] + between + ["round"]).joined(separator: "/")
  }

  /// `a` before `b`, as bytes.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
