import ArgumentParser
import Glibc

/// The terminal: results on the standard output, problems and progress on the standard error.
enum Console {
  static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  static func complain(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Whether a person looks at the standard output, or error.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func write(_ text: String, to descriptor: Int32) {
    var copy = text
    copy.withUTF8 { write($0, to: descriptor) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBufferPointer { write($0, to: descriptor) }
  }

  /// Writes everything; a full disk ends the command as unusable and says so.
  ///
  /// A reader that has gone (`| head`) has seen enough: the pipe's signal, or its error, ends the
  /// command quietly.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
    var written = 0
    while written < bytes.count, let start = bytes.baseAddress {
      let count = Glibc.write(descriptor, start + written, bytes.count - written)
      if count > 0 {
        written += count
      } else if errno != EINTR {
        let number = errno
        if number != EPIPE, descriptor == STDOUT_FILENO {
          let reason = strerror(number).map { String(cString: $0) } ?? "errno \(number)"
          complain("lỗi: không ghi được kết quả (cannot write the output): \(reason)\n")
        }
        exit(Exit.unusable.rawValue)
      }
    }
  }
}

/// A line on the terminal that says how far long work has come.
struct Progress: Sendable {
  private let label: String
  private let isShown: Bool

  init(_ label: String) {
    self.label = label
    isShown = Console.isTerminal(STDERR_FILENO)
  }

  func show(_ done: Int, of all: Int) {
    guard isShown, all >= 1000, done % 320 == 0 || done == all else { return }
    Console.complain("\r\(label) \(done)/\(all)\(done == all ? "\r\u{1B}[K" : "")")
  }
}
