/// A digest of 128 bits under a secret key: SipHash-2-4.
///
/// The key is drawn anew for every comparison, so nobody can prepare two records that have the same
/// digest and differ; nothing of a result depends on it.
struct KeyedDigest: Sendable {
  struct Value: Hashable {
    let first: UInt64
    let second: UInt64
  }

  private let key: (UInt64, UInt64)

  init(key: (UInt64, UInt64)) { self.key = key }

  /// With a key that the system's generator draws.
  init() {
    var generator = SystemRandomNumberGenerator()
    key = (generator.next(), generator.next())
  }

  func digest(_ bytes: UnsafeRawBufferPointer) -> Value {
    var state = SipState(key)
    var place = 0
    while place &+ 8 <= bytes.count {
      state.take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place &+= 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for rest in 0..<bytes.count &- place {
      last |= UInt64(bytes[place &+ rest]) << UInt64(truncatingIfNeeded: rest &* 8)
    }
    state.take(last)
    return state.finish()
  }
}

private struct SipState {
  private var (v0, v1, v2, v3): (UInt64, UInt64, UInt64, UInt64)

  init(_ key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736F_6D65_7073_6575
    v1 = key.1 ^ 0x646F_7261_6E64_6F6D ^ 0xEE
    v2 = key.0 ^ 0x6C79_6765_6E65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  @inline(__always)
  mutating func take(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  mutating func finish() -> KeyedDigest.Value {
    v2 ^= 0xEE
    for _ in 0..<4 { round() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xDD
    for _ in 0..<4 { round() }
    return KeyedDigest.Value(first: first, second: v0 ^ v1 ^ v2 ^ v3)
  }

  @inline(__always)
  private mutating func round() {
    v0 &+= v1
    v1 = SipState.turned(v1, 13) ^ v0
    v0 = SipState.turned(v0, 32)
    v2 &+= v3
    v3 = SipState.turned(v3, 16) ^ v2
    v0 &+= v3
    v3 = SipState.turned(v3, 21) ^ v0
    v2 &+= v1
    v1 = SipState.turned(v1, 17) ^ v2
    v2 = SipState.turned(v2, 32)
  }

  @inline(__always)
  private static func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word << bits | word >> (64 &- bits)
  }
}
