/// A dossier's id as it is compared: without quotes and blanks around it.
struct DossierKey {
  let text: UnsafePointer<UInt8>
  let length: Int

  /// - Parameter scratch: keeps the bytes of an id that is not written plainly.
  @inline(__always)
  init(_ record: Record, _ column: Int, _ scratch: inout ByteSink) {
    let (text, length) = record.field(column)
    let isPlain =
      length == 0
      || text[0] > CSV.blank && text[length &- 1] > CSV.blank
        && record.plain(column).text[0] != CSV.quote
    (self.text, self.length) =
      isPlain ? (text, length) : DossierKey.kept(record.text(column), &scratch)
  }

  @inline(never)
  private static func kept(_ text: String, _ scratch: inout ByteSink)
    -> (UnsafePointer<UInt8>, Int)
  {
    scratch.clear()
    scratch.append(text)
    // Whole words are read.
    scratch.reserve(8)
    return (UnsafePointer(scratch.bytes), scratch.count)
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: text, count: length) }

  /// A number that equal ids share; never 0.
  @inline(__always)
  func hash(_ seed: UInt64) -> UInt64 { DossierKey.hash(text, length, seed) | 1 }

  /// At least eight bytes behind the text must be readable.
  @inline(__always)
  static func hash(_ text: UnsafePointer<UInt8>, _ length: Int, _ seed: UInt64) -> UInt64 {
    let raw = UnsafeRawPointer(text)
    var state = seed ^ UInt64(truncatingIfNeeded: length) &* 0xA076_1D64_78BD_642F
    var place = 0
    while place &+ 8 <= length {
      state = mixed(state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    if place < length {
      let kept = (1 as UInt64) << UInt64(truncatingIfNeeded: (length &- place) &* 8) &- 1
      state = mixed(
        state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & kept)
    }
    return mixed(state ^ 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return high ^ low &+ 0x5899_65CC_7537_4CC3
  }
}
