import Foundation
import Glibc
import TestSupport

/// One broken input of a case file: what is changed in the sound folder, and what people must read.
///
/// A case file is Markdown. A heading `## …` begins a case; its blocks say what is broken:
///
///     ```diff criteria/so.yaml     lines with `-` are replaced by lines with `+`, in the one place
///     -max_points: 10              where they stand; `@@` between two changes
///     +max_points: 11
///     ```
///     ```file round/people.yaml    the whole file, new or instead of the sound one
///     ```bytes round/people.yaml   the same, with \xNN and \n read as bytes; ends without a line end
///     ```made round/people.yaml    `missing`, `folder`, `pipe`, `link TARGET`, `sparse BYTES`,
///     repeat 100000 [              or `repeat COUNT TEXT`, `before TEXT` and `after TEXT` around it
///     ```
///
/// `check: PATH` looks at one path instead of the whole folder. The blocks `vi` and `en` hold the
/// whole text of all diagnostics; `RECORD_GOLDEN=1` writes them.
struct BrokenInput {
  let name: String
  /// The lines above the golden blocks, heading included.
  var source: [String] = []
  var path = ""
  var changes: [Change] = []
  var golden: [String: String] = [:]

  struct Change {
    let kind: String
    let path: String
    let text: String
  }
}

extension BrokenInput {
  /// The cases of a file, and what stands above the first.
  static func read(_ text: String) -> (head: [String], cases: [BrokenInput]) {
    var head: [String] = []
    var cases: [BrokenInput] = []
    var block: (info: String, lines: [String])?
    for line in text.components(separatedBy: "\n") {
      if let open = block {
        block = line == "```" ? nil : (open.info, open.lines + [line])
        if line == "```" { cases[cases.count - 1].close(open.info, open.lines) }
      } else if line.hasPrefix("## ") {
        cases.append(BrokenInput(name: String(line.dropFirst(3)), source: [line]))
      } else if cases.isEmpty {
        head.append(line)
      } else if line.hasPrefix("```") {
        block = (String(line.dropFirst(3)), [])
      } else {
        if line.hasPrefix("check: ") { cases[cases.count - 1].path = String(line.dropFirst(7)) }
        cases[cases.count - 1].source.append(line)
      }
    }
    return (head, cases)
  }

  private mutating func close(_ info: String, _ lines: [String]) {
    if info == "vi" || info == "en" {
      golden[info] = lines.joined(separator: "\n") + "\n"
      return
    }
    source += ["```" + info] + lines + ["```"]
    let words = info.components(separatedBy: " ")
    changes.append(
      Change(
        kind: words[0], path: words.count > 1 ? words[1] : "",
        text: lines.joined(separator: "\n") + (words[0] == "bytes" ? "" : "\n")))
  }

  /// The case with its golden blocks, as it stands in the file.
  func written(vi: String, en: String) -> String {
    var lines = source
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n\n```vi\n\(vi)```\n\n```en\n\(en)```\n"
  }
}

/// Why a case cannot be tried.
struct BrokenCase: Error, CustomStringConvertible {
  let description: String
}

extension BrokenInput.Change {
  /// Makes the change in a copy of the sound folder.
  func apply(in folder: TemporaryFolder) throws {
    switch kind {
    case "diff":
      try folder.write(path, edited(String(contentsOfFile: folder.path(path), encoding: .utf8)))
    case "file": try folder.write(path, text)
    case "bytes": try folder.write(path, bytes: bytes)
    case "made": try make(in: folder)
    default: throw BrokenCase(description: "no such change: \(kind)")
    }
  }

  private func edited(_ old: String) throws -> String {
    var result = old
    for hunk in text.components(separatedBy: "@@\n") {
      let lines = hunk.components(separatedBy: "\n").dropLast()
      func side(_ marker: Character) -> String {
        lines.filter { $0.first == marker || $0.first == " " }.map { String($0.dropFirst()) }
          .joined(separator: "\n")
      }
      let (before, after) = (side("-"), side("+"))
      guard result.components(separatedBy: before).count == 2 else {
        throw BrokenCase(description: "`\(before)` does not stand in one place of \(path)")
      }
      result = result.replacingOccurrences(of: before, with: after)
    }
    return result
  }

  private var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "x"):
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0x3F)
        rest = rest.dropFirst(2)
      default: bytes += [byte, next]
      }
    }
    return bytes
  }

  private func make(in folder: TemporaryFolder) throws {
    let place = folder.path(path)
    unlink(place)
    var content = ""
    for line in text.components(separatedBy: "\n").dropLast() {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      switch words[0] {
      case "missing": try? FileManager.default.removeItem(atPath: place)
      case "folder":
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      case "pipe": mkfifo(place, 0o600)
      case "link": symlink(words[1], place)
      case "sparse":
        try folder.write(path, "")
        truncate(place, Int(words[1]) ?? 0)
      case "repeat": content += String(repeating: words[2], count: Int(words[1]) ?? 0)
      case "before", "after": content += line.dropFirst(words[0].count + 1) + "\n"
      default: throw BrokenCase(description: "cannot make: \(line)")
      }
    }
    if !content.isEmpty { try folder.write(path, content) }
  }
}
