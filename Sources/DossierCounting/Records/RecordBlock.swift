internal import CByteScan

/// A stretch of a file in memory, and where its records and their fields end.
///
/// A block owns the records that *begin* in it; the bytes behind it are looked at only as far as
/// its last record goes. Where a record begins is handed on from block to block, so the result does
/// not depend on where the file is cut.
///
/// What a record is: fields between separators, up to a line feed. A field that begins with a quote
/// is quoted: it goes on to a quote with a separator or a line end behind it, and two quotes in it
/// are one. A quote inside any other field stands for itself. A line whose quote is never closed
/// within `longestRecord`, or is closed in the middle of a field, is faulty: it alone is given up,
/// and reading goes on with the next line.
struct RecordBlock {
  /// Bytes of a block: with its bit masks it stays in a core's cache.
  static let usualSize = 256 << 10
  /// Bytes of the longest record; a longer one is faulty.
  static let longestRecord = 64 << 10
  /// Readable bytes behind the last one, for loads of whole words.
  static let slack = 128

  let size: Int
  let bytes: UnsafeMutablePointer<UInt8>
  /// Where fields end, in this block's bytes; the first entry lies before the first record.
  let ends: UnsafeMutablePointer<UInt32>
  /// Where records end: at their line feed.
  let feeds: UnsafeMutablePointer<UInt32>
  private let bits: ByteScanBits
  /// Line feeds that end records.
  private let shown: UnsafeMutablePointer<UInt64>
  let width: Int32
  private let capacity: Int

  /// Bytes in memory, beginning with the block's first.
  var count = 0
  /// Whether the file ends with these bytes.
  var endsFile = false
  /// Whether no block follows.
  var isLast = false
  private(set) var endCount = 0
  private(set) var recordCount = 0
  /// Whether a quoted field has a line feed in it, so that lines are not records.
  private(set) var hasHiddenFeeds = false
  private var scanned = 0

  init(size: Int, width: Int) {
    self.size = size
    self.width = Int32(width)
    capacity = size + RecordBlock.longestRecord + RecordBlock.slack
    bytes = .allocate(capacity: capacity)
    bytes.initialize(repeating: 0, count: capacity)
    ends = .allocate(capacity: capacity + 80)
    feeds = .allocate(capacity: capacity + 80)
    let words = capacity / 64 + 2
    func mask() -> UnsafeMutablePointer<UInt64> {
      let mask = UnsafeMutablePointer<UInt64>.allocate(capacity: words)
      mask.initialize(repeating: 0, count: words)
      return mask
    }
    bits = ByteScanBits(structural: mask(), lineFeeds: mask(), quotes: mask())
    shown = mask()
  }

  func deallocate() {
    bytes.deallocate()
    ends.deallocate()
    feeds.deallocate()
    bits.structural.deallocate()
    bits.lineFeeds.deallocate()
    bits.quotes.deallocate()
    shown.deallocate()
  }

  /// The most bytes that may be read: the block and the longest record behind it.
  var readable: Int { size + RecordBlock.longestRecord }

  /// Whether every record has this many fields.
  func isRegular(columnCount: Int) -> Bool {
    guard endCount &- 1 == recordCount &* columnCount else { return false }
    var place = 0
    for record in 0..<recordCount {
      place &+= columnCount
      if ends[place] != feeds[record] { return false }
    }
    return true
  }

  /// Forgets the records.
  mutating func clear() {
    endCount = 1
    recordCount = 0
  }

  // MARK: Marks

  /// Marks separators, line feeds and quotes of the bytes in memory, from the start.
  mutating func mark(separator: UInt8) {
    if endsFile, count > 0, bytes[count - 1] != CSV.lineFeed {
      // The last record may end with the file.
      bytes[count] = CSV.lineFeed
      count += 1
    }
    for index in count..<min(capacity, count + RecordBlock.slack) { bytes[index] = 0 }
    let words = (count + 63) / 64
    byte_scan(bytes, words, separator, width, bits)
    bits.structural[words] = 0
    bits.lineFeeds[words] = 0
    bits.quotes[words] = 0
    scanned = words
  }

  /// Finds the records that begin between `start` and the end of the block, and takes the marks
  /// inside quoted fields away.
  /// - Returns: where the next block's first record begins, in this block's bytes; nil when the
  ///   quotes are not plain, or a record goes on behind the bytes in memory.
  mutating func plainEnd(from start: Int) -> Int? {
    let limit = isLast ? count : size
    guard start < limit else {
      clear()
      return start
    }
    // What lies before the first record is not looked at; a record's first byte may be a quote.
    let first = start >> 6
    let kept = UInt64.max << UInt64(start & 63)
    bits.structural[first] &= kept
    bits.quotes[first] &= kept
    var state = ByteScanQuoteState(
      inside: 0, opens: start & 63 == 0 ? 1 : UInt64(1) << UInt64(start & 63))
    var word = first
    // The last line feed that ends a record of this block lies at `limit - 1` or behind.
    var wanted = min(scanned, (limit - 1) >> 6 + 1)
    while word < scanned {
      word = byte_scan_unquote(bits, shown, word, wanted, &state, width)
      if word < wanted {
        guard skipLineEnds(word, &state) else { return nil }
        word += 1
        continue
      }
      shown[first] &= kept
      let last = wanted - 1
      let behind = last << 6 < limit - 1 ? UInt64.max << UInt64((limit - 1) & 63) : UInt64.max
      if shown[last] & behind != 0 {
        let end = last << 6 + (shown[last] & behind).trailingZeroBitCount + 1
        return hasLongRecord(from: start, to: end) ? nil : end
      }
      wanted += 1
    }
    return nil
  }

  /// A word in which a quote is closed before a carriage return and a line feed.
  private func skipLineEnds(_ word: Int, _ state: inout ByteScanQuoteState) -> Bool {
    let quotes = bits.quotes[word]
    let within = RecordBlock.prefixXor(quotes) ^ state.inside
    let marks = bits.structural[word] | quotes
    let mayClose = marks >> 1 | (bits.structural[word + 1] | bits.quotes[word + 1]) << 63
    guard quotes & within & ~(marks << 1 | state.opens) == 0 else { return false }
    var left = quotes & ~within & ~mayClose
    while left != 0 {
      let place = word << 6 + left.trailingZeroBitCount
      if bytes[place + 1] != CSV.carriageReturn || bytes[place + 2] != CSV.lineFeed { return false }
      left &= left - 1
    }
    bits.structural[word] &= ~within
    shown[word] = bits.lineFeeds[word] & ~within
    state.inside = UInt64(bitPattern: Int64(bitPattern: within) >> 63)
    state.opens = marks >> 63
    return true
  }

  /// Whether a record is longer than `longestRecord`.
  private func hasLongRecord(from start: Int, to end: Int) -> Bool {
    // Such a record has a whole stretch of half its length without a line end in it.
    let stretch = RecordBlock.longestRecord / 2 / 64
    var word = start >> 6
    while word + stretch <= end >> 6 {
      var place = word
      while place < word + stretch, shown[place] == 0 { place += 1 }
      if place == word + stretch { return isTooLong(from: start, to: end) }
      word += stretch
    }
    return false
  }

  private func isTooLong(from start: Int, to end: Int) -> Bool {
    var latest = start - 1
    for word in start >> 6...(end - 1) >> 6 where shown[word] != 0 {
      if word << 6 + shown[word].trailingZeroBitCount - latest > RecordBlock.longestRecord {
        return true
      }
      latest = word << 6 + 63 - shown[word].leadingZeroBitCount
    }
    return false
  }

  /// Notes where the fields and records between two record starts end, as `plainEnd` found them.
  mutating func placePlainly(from start: Int, to end: Int) {
    guard start < end else { return clear() }
    let first = start >> 6
    let last = (end - 1) >> 6
    let kept = UInt64.max >> UInt64(63 - (end - 1) & 63)
    bits.structural[last] &= kept
    shown[last] &= kept
    let base = UInt32(truncatingIfNeeded: first << 6)
    ends[0] = UInt32(truncatingIfNeeded: start &- 1)
    endCount =
      1 + byte_scan_places(bits.structural + first, last + 1 - first, base, ends + 1, width)
    recordCount = byte_scan_rare_places(shown + first, last + 1 - first, base, feeds, width)
    hasHiddenFeeds = recordCount != lines(from: start, to: end)
  }

  /// Line feeds between two places, hidden ones included.
  func lines(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    let (first, last) = (start >> 6, end >> 6)
    let front = bits.lineFeeds[first] & ~(UInt64.max << UInt64(start & 63))
    let back = bits.lineFeeds[last] & ~(UInt64.max << UInt64(end & 63))
    return byte_scan_count(bits.lineFeeds + first, last - first, width) - front.nonzeroBitCount
      + back.nonzeroBitCount
  }

  @inline(__always)
  private static func prefixXor(_ bits: UInt64) -> UInt64 {
    var value = bits
    value ^= value << 1
    value ^= value << 2
    value ^= value << 4
    value ^= value << 8
    value ^= value << 16
    value ^= value << 32
    return value
  }

  // MARK: One sign after another

  /// As `placePlainly`, for quotes that are not plain and records that are too long.
  /// - Returns: where the next block's first record begins; `isCut` when the line there was given
  ///   up and its rest is to be skipped.
  mutating func placeCarefully(from start: Int, separator: UInt8) -> (next: Int, isCut: Bool) {
    let limit = isLast ? count : size
    var place = start
    endCount = 1
    recordCount = 0
    ends[0] = UInt32(truncatingIfNeeded: start &- 1)
    hasHiddenFeeds = true
    while place < limit {
      let mark = endCount
      if let end = recordEnd(from: place, separator: separator) {
        feeds[recordCount] = UInt32(end)
        recordCount += 1
        place = end + 1
        continue
      }
      endCount = mark
      var feed = place
      while feed < count, bytes[feed] != CSV.lineFeed { feed += 1 }
      // A line that is given up has no fields: its line feed stands twice.
      ends[endCount] = UInt32(feed)
      ends[endCount + 1] = UInt32(feed)
      endCount += 2
      feeds[recordCount] = UInt32(feed)
      recordCount += 1
      if feed == count { return (limit, true) }
      place = feed + 1
    }
    return (place, false)
  }

  /// The line feed of the record that begins here, its fields noted; nil when it is faulty.
  private mutating func recordEnd(from start: Int, separator: UInt8) -> Int? {
    let limit = min(count, start + RecordBlock.longestRecord)
    var place = start
    while place < limit {
      if bytes[place] == CSV.quote {
        guard let close = closingQuote(from: place + 1, limit, separator) else { return nil }
        place = close + 1
      }
      while place < limit, bytes[place] != separator, bytes[place] != CSV.lineFeed { place += 1 }
      guard place < limit else { return nil }
      ends[endCount] = UInt32(place)
      endCount += 1
      if bytes[place] == CSV.lineFeed { return place }
      place += 1
    }
    return nil
  }

  private func closingQuote(from start: Int, _ limit: Int, _ separator: UInt8) -> Int? {
    var place = start
    while place < limit {
      guard bytes[place] == CSV.quote else {
        place += 1
        continue
      }
      let next = bytes[place + 1]
      if next == CSV.quote {
        place += 2
      } else if next == separator || next == CSV.lineFeed
        || (next == CSV.carriageReturn && bytes[place + 2] == CSV.lineFeed)
      {
        return place
      } else {
        return nil
      }
    }
    return nil
  }
}

/// The signs of a delimited file.
enum CSV {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let blank = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}
