/// The fields of one record, in a block's bytes.
struct Record {
  let bytes: UnsafeMutablePointer<UInt8>
  /// The end of the record before it, then the ends of its fields.
  let ends: UnsafePointer<UInt32>
  let columnCount: Int

  /// Where a field stands, without the quotes around it and the carriage return behind the last.
  @inline(__always)
  func field(_ column: Int) -> (text: UnsafePointer<UInt8>, length: Int) {
    var start = Int(ends[column] &+ 1)
    var end = Int(ends[column &+ 1])
    if column == columnCount &- 1, end > start, bytes[end &- 1] == CSV.carriageReturn { end &-= 1 }
    if end &- start >= 2, bytes[start] == CSV.quote {
      start &+= 1
      end &-= 1
    }
    return (UnsafePointer(bytes + start), end &- start)
  }

  /// Whether a field has nothing in it.
  @inline(__always)
  func isEmpty(_ column: Int) -> Bool {
    plain(column).length <= 2 && field(column).length == 0
  }

  /// A field of a usual record: as it lies between its separators.
  @inline(__always)
  func plain(_ column: Int) -> (text: UnsafePointer<UInt8>, length: Int) {
    let start = Int(ends[column] &+ 1)
    return (UnsafePointer(bytes + start), Int(ends[column &+ 1]) &- start)
  }

  /// A field as it is written.
  func raw(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(ends[column] &+ 1)
    var end = Int(ends[column + 1])
    if column == columnCount - 1, end > start, bytes[end - 1] == CSV.carriageReturn { end -= 1 }
    return UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// A field's text, quotes resolved and blanks around it cut off.
  func text(_ column: Int) -> String {
    let (text, length) = field(column)
    var kept: [UInt8] = []
    kept.reserveCapacity(length)
    var place = 0
    while place < length {
      kept.append(text[place])
      // Two quotes in a quoted field are one.
      place +=
        text[place] == CSV.quote && place + 1 < length && text[place + 1] == CSV.quote ? 2 : 1
    }
    while let last = kept.last, last <= CSV.blank { kept.removeLast() }
    return String(decoding: kept.drop { $0 <= CSV.blank }, as: UTF8.self)
  }
}
