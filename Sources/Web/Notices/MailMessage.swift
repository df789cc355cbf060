internal import Crypto
internal import Diagnostics
internal import EventLog
internal import FoundationEssentials
internal import Grading
internal import Loading

/// A message as a mail program takes it: RFC 5322 with CRLF, every word of its head in ASCII
/// (RFC 2047), its text UTF-8 in base64.
struct MailMessage: Sendable {
  /// Without its angle brackets.
  let id: String
  let from: String
  let to: (name: String, address: String)
  let subject: String
  let time: EventTime
  let language: String
  let text: String

  var bytes: [UInt8] {
    let head = [
      "From: <\(from)>", "To: \(MailMessage.phrase(to.name))<\(to.address)>",
      "Subject: \(MailMessage.encoded(subject, behind: 9))", "Date: \(MailMessage.date(time))",
      "Message-ID: <\(id)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
      "Content-Language: \(language)",
    ]
    let body = MailMessage.base64(Array(text.replacing("\n", with: "\r\n").utf8))
    var lines = head + [""]
    var rest = Substring(body)
    while !rest.isEmpty {
      lines.append(String(rest.prefix(76)))
      rest = rest.dropFirst(76)
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  /// The same for the same, and no two alike: from what it stands on, never from a clock.
  static func id(_ notice: Notice, to address: String, round: String) -> String {
    let seed = "\(round)\n\(notice.key)\n\(notice.origin)\n\(address.lowercased())"
    let digest = SHA256.hash(data: Array(seed.utf8)).prefix(16)
    return "\(FileAccess.hexadecimal(digest))@parindex.invalid"
  }

  // MARK: The head

  private static func phrase(_ name: String) -> String {
    name.isEmpty ? "" : encoded(name, behind: 4) + " "
  }

  /// Encoded words of at most 75 signs, one a line, none cut within a letter.
  /// - Parameter start: how much of the first line is taken.
  static func encoded(_ text: String, behind start: Int) -> String {
    let plain = text.unicodeScalars.map { ($0.value < 0x20 || $0.value == 0x7F) ? " " : $0 }
    let (open, close) = ("=?UTF-8?B?", "?=")
    var words: [String] = []
    var part: [UInt8] = []
    func room() -> Int {
      let line = 75 - (words.isEmpty ? start : 1)
      return (line - open.utf8.count - close.utf8.count) / 4 * 3
    }
    for scalar in plain {
      let bytes = Array(String(Character(scalar)).utf8)
      if part.count + bytes.count > room() {
        words.append(open + base64(part) + close)
        part = []
      }
      part += bytes
    }
    if !part.isEmpty || words.isEmpty { words.append(open + base64(part) + close) }
    return words.joined(separator: "\r\n ")
  }

  /// `Fri, 22 Dec 2017 08:00:00 +0700`.
  static func date(_ time: EventTime) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, day) = time.day.components
    let clock = time.isoText.suffix(8)
    return "\(days[time.day.weekday]), \(day) \(months[month - 1]) \(year) \(clock) +0700"
  }

  static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
