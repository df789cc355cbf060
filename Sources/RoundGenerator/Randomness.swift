/// Numbers that depend on nothing but a seed and what they are for.
///
/// SplitMix64, started from an FNV-1a hash of the purpose: the numbers of one item of one unit do
/// not move when another item or unit is added.
struct Randomness {
  private var state: UInt64

  init(_ seed: UInt64, _ purpose: String...) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for part in purpose {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
    state = hash
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound - 1`; 0 when there is no such number.
  mutating func below(_ bound: Int) -> Int {
    bound <= 0 ? 0 : Int(next() % UInt64(bound))
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True so many times in a thousand.
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// How many of `total` went well: all of them, or fewer the lower the quality.
  mutating func portion(of total: Int, quality: Int) -> Int {
    guard total > 0 else { return 0 }
    if chance(quality) { return total }
    let lost = int(20...(60 + (1000 - quality) / 2))
    return max(0, total - max(1, total * lost / 1000))
  }

  /// A large share of `total` that falls with quality but is seldom the whole.
  mutating func share(of total: Int, quality: Int) -> Int {
    total * (1000 - int(0...max(1, (1000 - quality) / 2))) / 1000
  }

  /// How often something bad happened: mostly never.
  mutating func events(_ quality: Int, most: Int = 3) -> Int {
    chance((1000 - quality) / 3) ? int(1...most) : 0
  }
}
