@_spi(_Unicode) import Swift

/// Names for machines, made of names for people.
package enum PlainLetters {
  /// In letters without marks, digits and hyphens: `Kế hoạch 12/KH-SYT` becomes
  /// `ke-hoach-12-kh-syt`; empty when nothing of it can be written so.
  package static func slug(_ name: String, longest: Int) -> String {
    var slug: [UInt8] = []
    let scalars = LatinLetters.takenApart(name) ?? Array(name.lowercased()._nfd)
    for scalar in scalars where slug.count < longest {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: slug.append(UInt8(scalar.value))
      case 0x111: slug.append(UInt8(ascii: "d"))
      // Marks belong to the letter before them.
      case 0x300...0x36F: break
      default: if let last = slug.last, last != 0x2D { slug.append(0x2D) }
      }
    }
    if slug.last == 0x2D { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}
