/// Texts and the numbers they stand for, found by their bytes: units, procedures, domains, words.
///
/// Open addressing over the first and last eight bytes; keys of sixteen bytes or fewer are compared
/// by these two words alone. A key is never copied to be looked up. Whoever makes a table owns its
/// memory; the table itself never changes.
struct KeyTable: @unchecked Sendable {
  private struct Slot {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length: Int32 = -1
    var value: Int32 = -1
    var place: Int = 0
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let texts: UnsafeMutablePointer<UInt8>
  private let shift: UInt64
  private let mask: Int
  let isEmpty: Bool

  /// - Parameter entries: of equal texts the first stays.
  init(_ entries: [(text: String, value: Int)]) {
    var bits: UInt64 = 4
    while 1 << bits < 2 * entries.count + 2 { bits += 1 }
    let bytes = entries.reduce(0) { $0 + $1.text.utf8.count } + 16
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(), count: 1 << bits)
    texts = .allocate(capacity: bytes)
    texts.initialize(repeating: 0, count: bytes)
    shift = 64 - bits
    mask = (1 << bits) - 1
    isEmpty = entries.isEmpty
    var place = 0
    for (text, value) in entries {
      let start = place
      for byte in text.utf8 {
        texts[place] = byte
        place += 1
      }
      insert(start, place - start, value)
    }
  }

  func deallocate() {
    slots.deallocate()
    texts.deallocate()
  }

  private func insert(_ start: Int, _ length: Int, _ value: Int) {
    let (first, last) = KeyTable.words(texts + start, length)
    var index = Int(truncatingIfNeeded: KeyTable.mixed(first, last, length) >> shift)
    while slots[index].length >= 0 {
      let slot = slots[index]
      if slot.length == length, slot.first == first, slot.last == last,
        isSame(texts + start, slot, length)
      {
        return
      }
      index = (index + 1) & mask
    }
    slots[index] = Slot(
      first: first, last: last, length: Int32(length), value: Int32(value), place: start)
  }

  /// The value of a key; -1 when it is not there.
  ///
  /// At least eight bytes behind the key's start must be readable.
  @inline(__always)
  func value(_ key: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let (first, last) = KeyTable.words(key, length)
    var index = Int(truncatingIfNeeded: KeyTable.mixed(first, last, length) >> shift)
    while true {
      let slot = slots + index
      if slot.pointee.first == first, slot.pointee.last == last, Int(slot.pointee.length) == length,
        length <= 16 || isSame(key, slot.pointee, length)
      {
        return Int(slot.pointee.value)
      }
      if slot.pointee.length < 0 { return -1 }
      index = (index &+ 1) & mask
    }
  }

  /// Whether a text is a key.
  func contains(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      var copy = Array(buffer)
      copy.append(contentsOf: [UInt8](repeating: 0, count: 8))
      return copy.withUnsafeBufferPointer {
        $0.baseAddress.map { value($0, buffer.count) >= 0 } ?? false
      }
    }
  }

  private func isSame(_ key: UnsafePointer<UInt8>, _ slot: Slot, _ length: Int) -> Bool {
    var index = 0
    while index < length {
      if key[index] != texts[slot.place + index] { return false }
      index += 1
    }
    return true
  }

  /// The first eight bytes and the last eight, shorter keys filled up with zeros.
  @inline(__always)
  private static func words(_ key: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
    let raw = UnsafeRawPointer(key)
    let first = raw.loadUnaligned(as: UInt64.self)
    if length >= 8 {
      return (first, raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self))
    }
    let kept = first & ((1 as UInt64) << UInt64(truncatingIfNeeded: length &* 8) &- 1)
    return (kept, 0)
  }

  @inline(__always)
  private static func mixed(_ first: UInt64, _ last: UInt64, _ length: Int) -> UInt64 {
    ((first ^ (last &* 0x9E37_79B9_7F4A_7C15)) &+ UInt64(truncatingIfNeeded: length))
      &* 0xD6E8_FEB8_6659_FD93
  }
}
