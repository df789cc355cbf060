@_spi(_Unicode) import Swift
import Testing

@testable import Loading

struct LatinLettersTests {
  private static func workedOut(_ name: String) -> [Unicode.Scalar] {
    Array(name.lowercased()._nfd)
  }

  @Test func `every letter is what it is worked out to be, alone and between others`() {
    for value in Array(UInt32(0)..<0x1B8) + Array(UInt32(0x1EA0)..<0x1F00) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for name in [String(scalar), "x\(scalar)y", "Đ\(scalar)ệ"] {
        #expect(LatinLetters.takenApart(name) == Self.workedOut(name), "\(value)")
      }
    }
  }

  @Test func `marks that stand alone, rare letters and other alphabets are not looked up`() {
    for name in ["Hoa\u{300}", "ΣΑΣ", "Sở № 1 – 2", "東", "\u{1B8}", "\u{1E9F}"] {
      #expect(LatinLetters.takenApart(name) == nil)
    }
    #expect(UnitNames.folded("Hoa\u{300}") == UnitNames.folded("Hòa"))
    #expect(UnitNames.folded("KHÁNH  HOÀ – 東") == UnitNames.folded("Khánh Hòa – 東"))
  }
}
