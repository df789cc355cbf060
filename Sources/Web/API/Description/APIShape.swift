internal import Diagnostics
internal import Reports

/// What a value of the API looks like: what is described, what is sent is held against, and what the
/// tests hold the answers against, in one.
indirect enum APIShape: Sendable {
  /// Free words; the most letters.
  case text(Int)
  /// Whatever was sent, told back.
  case anyText
  /// A text of a kind that is written in one way only.
  case word(APIWord)
  /// A number as a decimal string: `"81.33"`, `"5/3"`.
  case exact
  case whole(ClosedRange<Int>)
  case truth
  case choice([String])
  /// The most elements.
  case list(APIShape, Int)
  /// Values by names that the round's files give.
  case map(APIShape)
  case object([APIField])
  case nullable(APIShape)
  /// Described once, under its name.
  case named(String, APIShape)
  /// An object in a form of the command line's own, which has a schema of its own.
  case document

  /// The same or `null`.
  var orNull: APIShape { .nullable(self) }

  /// An enumeration's raw values.
  static func choice<Choice>(of type: Choice.Type) -> APIShape
  where Choice: RawRepresentable<String> & CaseIterable {
    .choice(Choice.allCases.map(\.rawValue))
  }
}

/// A member of an object; any other member is a fault.
struct APIField: Sendable {
  let name: String
  let shape: APIShape
  let isRequired: Bool
  let about: Wording?

  /// A member that is always there.
  static func needed(_ name: String, _ shape: APIShape, _ vi: String, _ en: String) -> APIField {
    APIField(name: name, shape: shape, isRequired: true, about: Wording(vi: vi, en: en))
  }

  static func needed(_ name: String, _ shape: APIShape) -> APIField {
    APIField(name: name, shape: shape, isRequired: true, about: nil)
  }

  static func optional(_ name: String, _ shape: APIShape, _ vi: String, _ en: String) -> APIField {
    APIField(name: name, shape: shape, isRequired: false, about: Wording(vi: vi, en: en))
  }
}

/// Kinds of texts with one way of writing them.
enum APIWord: String, Sendable, CaseIterable {
  /// The id of a unit, an item, a block, a stage.
  case id
  /// Who acts, as people.yaml names them.
  case person
  /// The id of a document, as the unit wrote it.
  case document
  /// A day, with a time or without.
  case moment
  /// A moment of the log, to the second.
  case time
  case digest
  /// A file that comes in pieces.
  case upload
  case seal

  /// In the words of ECMA-262, which JSON Schema uses; whole texts.
  var pattern: String {
    switch self {
    case .id: "^[A-Za-z0-9_][A-Za-z0-9._-]*$"
    case .person: "^[A-Za-z0-9][A-Za-z0-9._/-]*$"
    case .document: "^[^\\u0000-\\u001F]+$"
    case .moment: "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?$"
    case .time: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"
    case .digest: "^[0-9a-f]{64}$"
    case .upload: "^[0-9a-f]{32}$"
    case .seal: "^[1-9][0-9]*:[0-9a-f]{64}$"
    }
  }

  var longest: Int {
    switch self {
    case .id, .document: 100
    case .person: 200
    case .moment, .time: 19
    case .digest: 64
    case .upload: 32
    case .seal: 84
    }
  }

  func admits(_ text: String) -> Bool {
    guard !text.isEmpty, text.unicodeScalars.count <= longest else { return false }
    func all(_ text: Substring, _ signs: String) -> Bool {
      text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || signs.utf8.contains(byte)
      }
    }
    switch self {
    case .id: return all(text.prefix(1), "_") && all(text[...], "._-")
    case .person: return all(text.prefix(1), "") && all(text[...], "._/-")
    case .document: return text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    case .moment:
      return text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?/) != nil
    case .time:
      return text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}/) != nil
    case .upload: return text.wholeMatch(of: /[0-9a-f]{32}/) != nil
    case .digest: return text.wholeMatch(of: /[0-9a-f]{64}/) != nil
    case .seal: return text.wholeMatch(of: /[1-9][0-9]*:[0-9a-f]{64}/) != nil
    }
  }
}
