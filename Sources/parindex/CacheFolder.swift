import Glibc

/// Where this user's programs keep what they can make again (XDG Base Directory Specification).
enum CacheFolder {
  /// Nil where the environment names none.
  static var own: String? {
    if let folder = variable("XDG_CACHE_HOME") { return "\(folder)/parindex" }
    guard let home = variable("HOME") else { return nil }
    mkdir("\(home)/.cache", 0o700)
    return "\(home)/.cache/parindex"
  }

  /// A relative path is none, as the specification wants.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
