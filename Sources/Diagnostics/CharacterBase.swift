// The standard library's decomposition: no Foundation, so no price at start-up.
@_spi(_Unicode) import Swift

extension Character {
  /// The first scalar of the decomposed character: `ệ` is `e`.
  var decomposedBase: Unicode.Scalar? {
    for scalar in String(self)._nfd { return scalar }
    return nil
  }
}
