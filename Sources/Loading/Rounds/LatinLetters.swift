@_spi(_Unicode) import Swift

/// Latin letters in lower case and taken apart (NFD), looked up instead of worked out.
///
/// Each of them stands for itself, so what a name comes to is what its letters come to, one after
/// the other. Marks that stand alone in a name can change places, and other alphabets can depend
/// on what stands beside them: such a name is not looked up.
enum LatinLetters {
  /// What Vietnamese is written with, and its neighbours.
  private static let basic = Table(0x80..<0x1B8)
  private static let additional = Table(0x1EA0..<0x1F00)

  /// The scalars of `name.lowercased()` in NFD; nil when the name has anything but Latin letters.
  static func takenApart(_ name: String) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: scalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case 0x00..<0x80: scalars.append(scalar)
      case 0x80..<0x1B8: basic.append(scalar, to: &scalars)
      case 0x1EA0..<0x1F00: additional.append(scalar, to: &scalars)
      default: return nil
      }
    }
    return scalars
  }

  private struct Table: Sendable {
    private let first: UInt32
    private var starts = [0]
    private var scalars: [Unicode.Scalar] = []

    init(_ values: Range<UInt32>) {
      first = values.lowerBound
      for value in values {
        if let scalar = Unicode.Scalar(value) {
          scalars += Array(String(Character(scalar)).lowercased()._nfd)
        }
        starts.append(scalars.count)
      }
    }

    func append(_ scalar: Unicode.Scalar, to name: inout [Unicode.Scalar]) {
      let place = Int(scalar.value - first)
      for part in starts[place]..<starts[place + 1] { name.append(scalars[part]) }
    }
  }
}
