/// The text of an element while it comes in pieces.
struct CollectedText {
  private var bytes: [UInt8] = []
  private let limit: Int
  private(set) var isTooLong = false

  init(_ limits: ReadingLimits) { limit = limits.textLength }

  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    guard bytes.count + piece.count <= limit else {
      isTooLong = true
      return
    }
    bytes.append(contentsOf: piece)
  }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// As it stands in the file.
  var written: String { String(decoding: bytes, as: UTF8.self) }

  /// With what `_xHHHH_` stands for.
  var meant: String { CellText.meant(written) }
}
