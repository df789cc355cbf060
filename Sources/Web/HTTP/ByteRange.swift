/// What part of a file a request asks for (RFC 9110, 14.2).
enum ByteRange: Hashable, Sendable {
  case whole
  case part(Range<Int>)
  /// Nothing of it is there.
  case unsatisfiable

  /// - Parameters:
  ///   - header: the request's `range`; what is no single range of bytes asks for the whole.
  ///   - size: of the file.
  init(_ header: String?, of size: Int) {
    self = .whole
    guard let header, header.lowercased().hasPrefix("bytes=") else { return }
    let parts = header.dropFirst(6).trimming { $0 == " " }
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    func number(_ text: Substring) -> Int? {
      text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
    switch (parts[0].isEmpty, parts[1].isEmpty) {
    case (true, true): return
    case (true, false):
      guard let count = number(parts[1]) else { return }
      self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
    case (false, _):
      guard let first = number(parts[0]),
        let last = parts[1].isEmpty ? size - 1 : number(parts[1])
      else { return }
      if first >= size {
        self = .unsatisfiable
      } else if first <= last {
        self = .part(first..<min(last, size - 1) + 1)
      }
    }
  }
}
