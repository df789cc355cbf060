internal import Diagnostics
internal import Grading

/// Writes one JSON object in canonical form (RFC 8785): no blanks, keys in order, texts in NFC.
///
/// The caller gives the keys in order; members without a value are left out.
struct CanonicalLine {
  private var json = CanonicalJSON()

  mutating func member(_ key: EventKey, _ text: String?) {
    guard let text else { return }
    begin(key)
    string(text)
  }

  mutating func member(_ key: EventKey, _ number: Int?) {
    guard let number else { return }
    begin(key)
    json.integer(number)
  }

  mutating func member(_ key: EventKey, isTrue: Bool) {
    guard isTrue else { return }
    begin(key)
    json.boolean(true)
  }

  mutating func member(_ key: EventKey, _ list: [String]) {
    guard !list.isEmpty else { return }
    begin(key)
    json.raw("[")
    for (place, text) in list.enumerated() {
      json.comma(unless: place == 0)
      string(text)
    }
    json.raw("]")
  }

  mutating func member(_ key: EventKey, _ texts: [String: String]) {
    guard !texts.isEmpty else { return }
    begin(key)
    json.raw("{")
    let names = texts.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    for (place, name) in names.enumerated() {
      json.comma(unless: place == 0)
      string(name)
      json.raw(":")
      string(texts[name] ?? "")
    }
    json.raw("}")
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
    if json.bytes.isEmpty { json.raw("{") }
    json.raw("}")
    return json.bytes
  }

  private mutating func begin(_ key: EventKey) {
    if json.bytes.isEmpty { json.raw("{") } else { json.raw(",") }
    json.string(key.rawValue)
    json.raw(":")
  }

  private mutating func string(_ text: String) { json.string(composed(text)) }
}

extension EventVote {
  /// The counts by the names that logs give them.
  var written: [String: String] {
    ["abstaining": String(abstaining), "against": String(against), "for": String(inFavour)]
  }

  init?(written: [String: String]) {
    func count(_ name: String) -> Int? {
      written[name].flatMap { text in
        Int(text).flatMap { (0...10_000).contains($0) && String($0) == text ? $0 : nil }
      }
    }
    guard written.count == 3, let inFavour = count("for"), let against = count("against"),
      let abstaining = count("abstaining")
    else { return nil }
    self.init(inFavour: inFavour, against: against, abstaining: abstaining)
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
    line.member(.attendance, content.attendance)
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
    line.member(.vote, content.vote?.written ?? [:])
    return line.finish()
  }

  /// The digest by which the next event names this one.
  package var digest: LineDigest { LineDigest(ofLine: line) }
}
