/// Bytes that are put together without a check for each of them.
struct ByteSink {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64 << 10) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
  }

  func deallocate() { bytes.deallocate() }

  mutating func clear() { count = 0 }

  /// The bytes so far.
  var contents: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(2 * capacity, count + more))
    capacity = max(2 * capacity, count + more)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (bytes + count).update(from: text, count: length)
    count &+= length
  }

  @inline(__always)
  mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  @inline(__always)
  mutating func append(_ words: ByteWords, _ place: Int) {
    let (start, count) = words[place]
    append(start, count)
  }

  /// Eight bytes, as memory has them.
  @inline(__always)
  mutating func append(_ word: UInt64) {
    reserve(8)
    UnsafeMutableRawPointer(bytes + count).storeBytes(of: word, as: UInt64.self)
    count &+= 8
  }

  /// Puts eight bytes in the place of others.
  func replace(at place: Int, with word: UInt64) {
    UnsafeMutableRawPointer(bytes + place).storeBytes(of: word, as: UInt64.self)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      if let start = buffer.baseAddress { append(start, buffer.count) }
    }
  }

  mutating func append(_ number: Int) {
    reserve(20)
    var rest = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    var digits = 1
    var power: UInt = 10
    while digits < 19, rest >= power {
      digits += 1
      power &*= 10
    }
    var place = count &+ digits
    count = place
    repeat {
      place &-= 1
      bytes[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest != 0
  }
}

/// Texts that are written often, as their bytes.
struct ByteWords: @unchecked Sendable {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let ends: UnsafeMutablePointer<Int>

  init(_ words: [String]) {
    bytes = .allocate(capacity: words.reduce(1) { $0 + $1.utf8.count })
    ends = .allocate(capacity: words.count + 1)
    ends[0] = 0
    for (place, word) in words.enumerated() {
      var end = ends[place]
      for byte in word.utf8 {
        bytes[end] = byte
        end += 1
      }
      ends[place + 1] = end
    }
  }

  func deallocate() {
    bytes.deallocate()
    ends.deallocate()
  }

  @inline(__always)
  subscript(place: Int) -> (UnsafePointer<UInt8>, Int) {
    (UnsafePointer(bytes + ends[place]), ends[place &+ 1] &- ends[place])
  }
}
