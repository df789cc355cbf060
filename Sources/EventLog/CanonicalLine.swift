internal import Diagnostics
internal import Grading

/// Writes one JSON object in canonical form (RFC 8785): no blanks, keys in order, texts in NFC.
///
/// The caller gives the keys in order; members without a value are left out.
struct CanonicalLine {
  private var bytes: [UInt8] = []

  mutating func member(_ key: EventKey, _ text: String?) {
    guard let text else { return }
    begin(key)
    string(text)
  }

  mutating func member(_ key: EventKey, _ number: Int?) {
    guard let number else { return }
    begin(key)
    bytes += String(number).utf8
  }

  mutating func member(_ key: EventKey, isTrue: Bool) {
    guard isTrue else { return }
    begin(key)
    bytes += "true".utf8
  }

  mutating func member(_ key: EventKey, _ list: [String]) {
    guard !list.isEmpty else { return }
    begin(key)
    for (place, text) in list.enumerated() {
      bytes.append(UInt8(ascii: place == 0 ? "[" : ","))
      string(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func member(_ key: EventKey, _ texts: [String: String]) {
    guard !texts.isEmpty else { return }
    begin(key)
    let names = texts.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    for (place, name) in names.enumerated() {
      bytes.append(UInt8(ascii: place == 0 ? "{" : ","))
      string(name)
      bytes.append(UInt8(ascii: ":"))
      string(texts[name] ?? "")
    }
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func member(_ key: EventKey, _ value: EventValue?) {
    switch value {
    case .text(let text): member(key, text)
    case .inputs(let inputs): member(key, inputs)
    case nil: break
    }
  }

  /// The object, without a line feed.
  consuming func finish() -> [UInt8] {
    if bytes.isEmpty { bytes.append(UInt8(ascii: "{")) }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  private mutating func begin(_ key: EventKey) {
    bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
    bytes.append(UInt8(ascii: "\""))
    bytes += key.rawValue.utf8
    bytes += "\":".utf8
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in composed(text).utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x00..<0x20:
        bytes += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A text in NFC.
func composed(_ text: String) -> String {
  var text = text
  let composed: String? = text.withUTF8 { bytes in
    Normalisation.mayNeedComposing(bytes) ? Normalisation.composed(bytes) : nil
  }
  return composed ?? text
}

extension RoundEvent {
  /// The line of the log, without its line feed.
  package var line: [UInt8] {
    var line = CanonicalLine()
    let content = content
    let (item, figure): (String?, String?) =
      switch content.subject {
      case .item(let id): (id, nil)
      case .figure(let name): (nil, name)
      case nil: (nil, nil)
      }
    line.member(.answers, content.answers)
    line.member(.approvedBy, content.approver)
    line.member(.basis, content.basis)
    line.member(.beyondRule, isTrue: content.isBeyondRule)
    line.member(.by, content.author)
    line.member(.decision, content.decision?.rawValue)
    line.member(.documents, content.documents)
    line.member(.due, content.due?.isoText)
    line.member(.evidence, content.evidence)
    line.member(.figure, figure)
    line.member(.files, content.files)
    line.member(.format, content.opening.map { _ in LogOpening.format })
    line.member(.from, content.from)
    line.member(.ground, content.ground)
    line.member(.item, item)
    line.member(.kind, content.kind.rawValue)
    line.member(.previous, previous?.text)
    line.member(.role, content.role)
    line.member(.round, content.opening?.round)
    line.member(.sequence, sequence)
    line.member(.stage, content.stage)
    line.member(.text, content.text)
    line.member(.time, content.time.isoText)
    line.member(.to, content.to)
    line.member(.unit, content.unit)
    return line.finish()
  }

  /// The digest by which the next event names this one.
  package var digest: LineDigest { LineDigest(ofLine: line) }
}
