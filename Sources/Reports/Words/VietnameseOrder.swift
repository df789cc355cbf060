/// The order of Vietnamese names on pages: a à ả ã á ạ before ă and â, đ after d.
///
/// Letters decide first, then tones, then capitals; everything else stands before letters by its
/// code. Composed and decomposed letters are the same. No locale is asked.
package struct VietnameseOrder: Comparable, Sendable {
  private var letters: [UInt32] = []
  private var tones: [UInt8] = []
  private var capitals: [Bool] = []

  package init(_ name: String) {
    for scalar in name.unicodeScalars {
      if let tone = Self.combiningTones[scalar] {
        if !tones.isEmpty { tones[tones.count - 1] = tone }
      } else if let shape = Self.combiningShapes[scalar] {
        if let last = letters.last { letters[letters.count - 1] = last + shape }
      } else {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        let known = Self.known[lower]
        letters.append(known?.letter ?? Self.other(lower))
        tones.append(known?.tone ?? 0)
        capitals.append(lower != scalar)
      }
    }
  }

  package static func < (left: VietnameseOrder, right: VietnameseOrder) -> Bool {
    if left.letters != right.letters {
      return left.letters.lexicographicallyPrecedes(right.letters)
    }
    if left.tones != right.tones { return left.tones.lexicographicallyPrecedes(right.tones) }
    return left.capitals.lexicographicallyPrecedes(right.capitals) { !$0 && $1 }
  }

  /// Plain ASCII letters leave room for their shapes: d is 4 · the letter's place, đ one more.
  private static func letter(_ base: Unicode.Scalar) -> UInt32 { 0x1000 + base.value * 4 }

  private static func other(_ scalar: Unicode.Scalar) -> UInt32 {
    if 0x61...0x7A ~= scalar.value { return letter(scalar) }
    return scalar.value < 0x80 ? scalar.value : 0x10000 + scalar.value
  }

  /// Breve, circumflex and horn make other letters: a ă â, o ô ơ, u ư.
  private static let combiningShapes: [Unicode.Scalar: UInt32] = [
    "\u{306}": 1, "\u{302}": 2, "\u{31B}": 3,
  ]

  private static let combiningTones: [Unicode.Scalar: UInt8] = [
    "\u{300}": 1, "\u{309}": 2, "\u{303}": 3, "\u{301}": 4, "\u{323}": 5,
  ]

  private static let known: [Unicode.Scalar: (letter: UInt32, tone: UInt8)] = {
    let rows: [(Unicode.Scalar, UInt32, String)] = [
      ("a", 0, "aàảãáạ"), ("a", 1, "ăằẳẵắặ"), ("a", 2, "âầẩẫấậ"), ("e", 0, "eèẻẽéẹ"),
      ("e", 2, "êềểễếệ"), ("i", 0, "iìỉĩíị"), ("o", 0, "oòỏõóọ"), ("o", 2, "ôồổỗốộ"),
      ("o", 3, "ơờởỡớợ"), ("u", 0, "uùủũúụ"), ("u", 3, "ưừửữứự"), ("y", 0, "yỳỷỹýỵ"),
      ("d", 1, "đ"),
    ]
    var known: [Unicode.Scalar: (letter: UInt32, tone: UInt8)] = [:]
    for (base, shape, letters) in rows {
      for (tone, scalar) in letters.unicodeScalars.enumerated() {
        known[scalar] = (letter(base) + shape, UInt8(tone))
      }
    }
    return known
  }()
}
