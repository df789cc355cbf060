@_spi(_Unicode) import Swift

/// Latin letters in lower case and taken apart (NFD), looked up instead of worked out.
///
/// Each of them stands for itself, so what a name comes to is what its letters come to, one after
/// the other. Marks that stand alone in a name can change places, and other alphabets can depend
/// on what stands beside them: such a name is not looked up.
enum LatinLetters {
  private static let basic = table(0x00..<0x250)
  private static let additional = table(0x1E00..<0x1F00)

  /// The scalars of `name.lowercased()` in NFD; nil when the name has anything but Latin letters.
  static func takenApart(_ name: String) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x00..<0x250: scalars += basic[Int(scalar.value)]
      case 0x1E00..<0x1F00: scalars += additional[Int(scalar.value) - 0x1E00]
      default: return nil
      }
    }
    return scalars
  }

  private static func table(_ values: Range<UInt32>) -> [[Unicode.Scalar]] {
    values.map { value in
      Unicode.Scalar(value).map { Array(String(Character($0)).lowercased()._nfd) } ?? []
    }
  }
}
