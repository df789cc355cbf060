internal import Diagnostics

/// One line of a document's table, packed into 24 bytes: what reading takes beyond libyaml's own
/// time is mostly waiting for memory.
struct NodeRecord: BitwiseCopyable {
  var start: SourcePosition
  var end: SourcePosition
  /// A scalar's offset in the scalar bytes; a collection's index just behind its subtree, 0
  /// while it is open.
  private var place: UInt32
  /// From the lowest bit: kind (2), quoted (1), dropped (1), length (28).
  private var bits: UInt32

  /// The longest scalar, and so the largest file, that the length's 28 bits can tell.
  static let longestScalar = 1 << 28 - 1

  init(scalar bytes: Range<Int>, isQuoted: Bool, start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
    place = UInt32(truncatingIfNeeded: bytes.lowerBound)
    bits =
      UInt32(YAMLKind.scalar.rawValue) | (isQuoted ? 4 : 0)
      | UInt32(truncatingIfNeeded: bytes.count) << 4
  }

  init(opening kind: YAMLKind, start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
    place = 0
    bits = UInt32(kind.rawValue)
  }

  var kind: YAMLKind { YAMLKind(rawValue: UInt8(bits & 3)) ?? .scalar }

  /// Written in quotes or as a block: never a number, a date or a missing value.
  var isQuoted: Bool { bits & 4 != 0 }

  /// A key that is left out with its value; only while the table is being built.
  var isDropped: Bool {
    get { bits & 8 != 0 }
    set { bits = newValue ? bits | 8 : bits & ~8 }
  }

  /// A scalar's bytes; a collection's number of children, a mapping's keys and values.
  var length: Int {
    get { Int(bits >> 4) }
    set { bits = bits & 15 | UInt32(truncatingIfNeeded: newValue) << 4 }
  }

  /// Where a scalar's bytes are.
  var bytes: Range<Int> { Int(place)..<Int(place) + length }

  /// The index just behind this node's subtree; 0 while it is open.
  func next(at index: Int) -> Int { kind == .scalar ? index + 1 : Int(place) }

  /// Says where a collection's subtree ends.
  mutating func close(before next: Int) { place = UInt32(truncatingIfNeeded: next) }
}
