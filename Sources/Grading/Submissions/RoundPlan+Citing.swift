extension RoundPlan {
  /// A file as results name it: seen from the round's folder (SCORING 30), so that a copy of the
  /// round elsewhere, or a command started elsewhere, gives the same bytes.
  ///
  /// `path` may be followed by `:line`. A file that cannot be seen from there keeps its name.
  package func cited(_ path: String) -> String {
    guard !folder.isEmpty, path.hasPrefix("/") == folder.hasPrefix("/") else { return path }
    // Nearly every file lies in the folder.
    let inside = path.utf8.dropFirst(folder.utf8.count)
    if path.hasPrefix(folder), inside.first == UInt8(ascii: "/"), !folder.hasPrefix("."),
      !folder.utf8.contains(UInt8(ascii: "/"), then: UInt8(ascii: ".")),
      !path.utf8.contains(UInt8(ascii: "/"), then: UInt8(ascii: "/"))
    {
      return String(Substring(inside.dropFirst()))
    }
    let steps = path.split(separator: "/")
    let base = folder.split(separator: "/").filter { $0 != "." }
    var common = 0
    while common < min(steps.count - 1, base.count), steps[common] == base[common] { common += 1 }
    let rest = base[common...]
    guard !rest.contains("..") else { return path }
    return (rest.map { _ in ".." } + steps[common...]).joined(separator: "/")
  }
}

extension String {
  /// A sentence that names files, with those in a round's folder as seen from there: where it lies on
  /// a server is nobody's business.
  package func citing(from folder: String) -> String {
    folder.isEmpty ? self : replacing("\(folder)/", with: "")
  }
}

extension String.UTF8View {
  /// Whether two bytes stand beside each other; a search for text would cost more than the rest.
  fileprivate func contains(_ first: UInt8, then second: UInt8) -> Bool {
    var last: UInt8?
    for byte in self {
      if byte == second, last == first { return true }
      last = byte
    }
    return false
  }
}
