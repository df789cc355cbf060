internal import Grading

/// What an index keeps of one event: 56 bytes, as they are in memory.
struct IndexRecord: BitwiseCopyable {
  /// Where the event's line begins in the log, and its bytes without the line feed.
  let offset: UInt64
  /// Of the unit's id; see `hash(of:)`.
  let unit: UInt64
  /// The latest time of all events up to this one, in seconds since 1970-01-01.
  let latest: Int64
  /// The number of the event before this one in the same bucket; 0: none.
  var previous: UInt64 = 0
  /// The first 16 bytes of the line's digest.
  let digest: UInt64
  let digest2: UInt64
  let length: UInt32
  /// Against bytes that were changed; see `seal(_:salt:)`.
  private var check: UInt32 = 0

  init(_ event: borrowing RoundEvent, _ place: LinePlace, after last: IndexRecord?) {
    offset = UInt64(place.offset)
    unit = IndexRecord.hash(of: event.content.unit)
    latest = max(last?.latest ?? .min, event.content.time.number)
    digest = place.digest.words.0
    digest2 = place.digest.words.1
    length = UInt32(place.length)
  }

  /// Where the line ends, its line feed included.
  var end: UInt64 { offset &+ UInt64(length) &+ 1 }

  var place: Range<Int> { Int(offset)..<Int(offset) + Int(length) }

  var isUsable: Bool { offset < 1 << 60 && length <= RoundEvent.longestLine }

  /// Whether a digest may be that of the event's line.
  func agrees(with digest: LineDigest) -> Bool {
    digest.words.0 == self.digest && digest.words.1 == digest2
  }

  /// Writes the check over everything else, the event's number and the log it belongs to.
  mutating func seal(_ number: Int, salt: UInt64) { check = value(number, salt) }

  func isSealed(_ number: Int, salt: UInt64) -> Bool {
    check == value(number, salt) && isUsable
  }

  private func value(_ number: Int, _ salt: UInt64) -> UInt32 {
    var mix = IndexMix(salt)
    mix.add(UInt64(number))
    mix.add(offset)
    mix.add(unit)
    mix.add(UInt64(bitPattern: latest))
    mix.add(previous)
    mix.add(digest)
    mix.add(digest2)
    mix.add(UInt64(length))
    return UInt32(truncatingIfNeeded: mix.state)
  }

  /// What stands for a unit: 0 for the whole round.
  ///
  /// Two units may have the same; whoever reads a line compares the unit itself.
  static func hash(of unit: String?) -> UInt64 {
    guard let unit else { return 0 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in unit.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var mix = IndexMix(hash)
    mix.add(UInt64(unit.utf8.count))
    return max(1, mix.state)
  }
}

/// Mixes words so that a changed bit changes the sum: against accidents, not against forgers.
struct IndexMix {
  private(set) var state: UInt64

  init(_ salt: UInt64) { state = salt }

  mutating func add(_ word: UInt64) {
    let product = ((state ^ word) &+ 0xD1B5_4A32_D192_ED03)
      .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    state = product.high ^ product.low
  }
}

/// The newest event of a bucket of units, with a check over it: one word of an index.
struct IndexHead: BitwiseCopyable {
  private let word: UInt64

  /// How many buckets there are: units by the low bits of what stands for them.
  static let count = 1 << 16

  static func bucket(of unit: UInt64) -> Int { Int(unit & UInt64(count - 1)) }

  init(_ number: UInt64, bucket: Int, salt: UInt64) {
    word = number << 24 | IndexHead.check(number, bucket, salt)
  }

  /// The number, or nil if it was changed; 0: the bucket is empty.
  func number(bucket: Int, salt: UInt64) -> UInt64? {
    let number = word >> 24
    return word & 0xFF_FFFF == IndexHead.check(number, bucket, salt) ? number : nil
  }

  private static func check(_ number: UInt64, _ bucket: Int, _ salt: UInt64) -> UInt64 {
    var mix = IndexMix(salt)
    mix.add(number)
    mix.add(UInt64(bucket))
    return mix.state & 0xFF_FFFF
  }
}
