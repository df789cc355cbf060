internal import Diagnostics
package import Grading
// The standard library's decomposition: no Foundation, so no price at start-up.
@_spi(_Unicode) import Swift

/// Joins printed names to units, through `name`, `aliases` and `codes` of the register only.
///
/// Names are compared after NFC, case, spaces, hòa/hoà and i/y are made equal; nothing else is
/// forgiven. Vạn Thắng is a ward of Nha Trang and a commune of Vạn Ninh, so a name is looked for
/// within a type and a parent where the table prints them.
package struct UnitNames: Sendable {
  /// What a printed name stands for.
  package enum Match: Sendable {
    case one(Unit)
    /// No unit has this name; the nearest names, to be proposed and never taken.
    case none(nearest: [String])
    case several([Unit])
  }

  private let units: [Unit]
  private var places: [String: [Int]] = [:]

  package init(_ units: [Unit]) {
    self.units = units
    for (place, unit) in units.enumerated() {
      for name in Set(([unit.name] + unit.aliases + unit.codes).map(Self.folded)) {
        places[name, default: []].append(place)
      }
    }
  }

  package var isEmpty: Bool { units.isEmpty }

  /// The unit with this printed name, within a type and below a parent (an id) if given.
  package func match(_ printed: String, type: String? = nil, parent: String? = nil) -> Match {
    func admits(_ unit: Unit) -> Bool {
      (type == nil || unit.type == type) && (parent == nil || unit.parent == parent)
    }
    let found = (places[Self.folded(printed)] ?? []).map { units[$0] }.filter(admits)
    switch found.count {
    case 1: return .one(found[0])
    case 0: return .none(nearest: nearest(to: printed, among: units.filter(admits)))
    default: return .several(found)
    }
  }

  private func nearest(to printed: String, among candidates: [Unit]) -> [String] {
    var names = Set(candidates.flatMap { [$0.name] + $0.aliases })
    var nearest: [String] = []
    while nearest.count < 3, let name = NearestName.nearest(to: printed, among: names) {
      nearest.append(name)
      names.remove(name)
    }
    return nearest
  }

  /// A name as it is compared: `Khánh  Hoà` and `khánh hòa` are the same.
  package static func folded(_ name: String) -> String {
    var folded: [UInt8] = []
    var tones: [UInt8] = []
    var isBlankDue = false
    func endOfSyllable() {
      folded.append(contentsOf: tones)
      tones.removeAll(keepingCapacity: true)
    }
    // The tone mark moves to the end of its syllable, wherever it was put.
    func take(_ scalar: Unicode.Scalar) {
      if !isPartOfLetter(scalar), scalar.properties.isWhitespace {
        endOfSyllable()
        isBlankDue = !folded.isEmpty
        return
      }
      if isTone(scalar) {
        tones.append(contentsOf: scalar.utf8)
        return
      }
      if !isPartOfLetter(scalar), !scalar.properties.isAlphabetic,
        scalar.properties.canonicalCombiningClass == .notReordered
      {
        endOfSyllable()
      }
      if isBlankDue {
        folded.append(UInt8(ascii: " "))
        isBlankDue = false
      }
      if scalar == "y" {
        folded.append(UInt8(ascii: "i"))
      } else if scalar.isASCII {
        folded.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        folded.append(contentsOf: scalar.utf8)
      }
    }
    folded.reserveCapacity(name.utf8.count + 8)
    if let scalars = LatinLetters.takenApart(name) {
      scalars.forEach(take)
    } else {
      name.lowercased()._nfd.forEach(take)
    }
    endOfSyllable()
    return String(decoding: folded, as: UTF8.self)
  }

  /// `a` to `z`, `đ`, circumflex, breve, horn: what most names are made of beside tones.
  private static func isPartOfLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0x111, 0x302, 0x306, 0x31B: true
    default: false
    }
  }

  /// Grave, acute, tilde, hook above, dot below.
  private static func isTone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300, 0x301, 0x303, 0x309, 0x323: true
    default: false
    }
  }
}
