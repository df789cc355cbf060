internal import BigInt

extension Exact {
  /// Reads `12`, `-0.25`, `87.5%` or `5/3` and nothing else; nil for any other text.
  ///
  /// At most 400 digits are read, so that a hostile number cannot cost unbounded time.
  package init?(parsing text: some StringProtocol) {
    var copy = Array(text.utf8)
    let parsed = copy.withUnsafeMutableBufferPointer { Exact.parse(UnsafeBufferPointer($0)) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// As `init(parsing:)`, from bytes.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Exact? {
    var end = bytes.count
    guard end > 0, end <= 400 else { return nil }
    var isPercent = false
    if bytes[end - 1] == UInt8(ascii: "%") {
      isPercent = true
      end -= 1
    }
    if let slash = bytes[..<end].firstIndex(of: UInt8(ascii: "/")) {
      guard !isPercent, let above = decimal(bytes, 0, slash),
        let below = decimal(bytes, slash + 1, end)
      else { return nil }
      return above.divided(by: below)
    }
    guard let value = decimal(bytes, 0, end) else { return nil }
    return isPercent ? value.divided(by: .hundred) : value
  }

  private static func decimal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Exact? {
    var index = start
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits: Int64 = 0
    var places = 0
    var seen = 0
    var hasPoint = false
    let first = index
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        guard !hasPoint, seen > 0 else { return nil }
        hasPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        seen += 1
        if seen > 18 { return longDecimal(bytes, first, end, isNegative) }
        digits = digits * 10 + Int64(byte - 0x30)
        if hasPoint { places += 1 }
      } else {
        return nil
      }
      index += 1
    }
    guard seen > 0, !(hasPoint && places == 0) else { return nil }
    let signed = isNegative ? -digits : digits
    return places == 0 ? .small(signed, 1) : reduced64(signed, powerOfTen(places))
  }

  private static func longDecimal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ isNegative: Bool
  ) -> Exact? {
    var text = ""
    var places = 0
    var hasPoint = false
    for byte in bytes[start..<end] {
      if byte == UInt8(ascii: ".") {
        guard !hasPoint else { return nil }
        hasPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
        if hasPoint { places += 1 }
      } else {
        return nil
      }
    }
    guard !(hasPoint && places == 0), let digits = BigInt(text) else { return nil }
    return reduced(isNegative ? -digits : digits, BigInt(10).power(places))
  }

  private static func reduced64(_ numerator: Int64, _ denominator: Int64) -> Exact {
    let shared = Int64(gcd(numerator.magnitude, denominator.magnitude))
    return .small(numerator / shared, denominator / shared)
  }

  /// The exact value for files: `12`, `-0.25`, or `5/3` where no decimal ends.
  package var canonicalText: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts the canonical text behind what is there.
  /// - Parameter least: with at least so many decimals (0…18), where it ends at all.
  package func append(
    to bytes: inout [UInt8], decimalSign: UInt8 = UInt8(ascii: "."), decimals least: Int = 0
  ) {
    guard let own = decimalPlaces else {
      if case .small(let above, let below) = self {
        if above < 0 { bytes.append(UInt8(ascii: "-")) }
        Exact.append(above.magnitude, to: &bytes)
        bytes.append(UInt8(ascii: "/"))
        return Exact.append(UInt64(below), to: &bytes)
      }
      let (numerator, denominator) = parts
      return bytes.append(contentsOf: "\(numerator)/\(denominator)".utf8)
    }
    let places = max(own, least)
    guard case .small(let above, let below) = self, places <= 18 else {
      let (numerator, denominator) = parts
      let text = Exact.placing(numerator * (BigInt(10).power(places) / denominator), places)
      return bytes.append(
        contentsOf: text.utf8.lazy.map { $0 == UInt8(ascii: ".") ? decimalSign : $0 })
    }
    if above < 0 { bytes.append(UInt8(ascii: "-")) }
    let denominator = UInt64(below)
    Exact.append(above.magnitude / denominator, to: &bytes)
    guard places > 0 else { return }
    bytes.append(decimalSign)
    var unit = UInt64(Exact.powerOfTen(places))
    let rest = above.magnitude % denominator * (unit / denominator)
    while unit > 1 {
      unit /= 10
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit % 10))
    }
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    if value >= 10 { append(value / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// How many decimals the value has; nil when its decimal does not end within 59.
  package var decimalPlaces: Int? {
    if case .small(_, let denominator) = self {
      let twos = denominator.trailingZeroBitCount
      var fives = 0
      var rest = denominator >> twos
      while rest > 1, rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
      return rest == 1 && max(twos, fives) < 60 ? max(twos, fives) : nil
    }
    let denominator = parts.denominator
    return (0..<60).first { BigInt(10).power($0).isMultiple(of: denominator) }
  }

  /// The value with exactly `places` decimals, half away from zero, point as the decimal sign.
  package func fixedText(places: Int, mode: RoundingMode = .halfUp) -> String {
    let decimals = min(max(places, 0), 18)
    var bytes: [UInt8] = []
    rounded(places: decimals, mode: mode).append(to: &bytes, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func placing(_ digits: BigInt, _ places: Int) -> String {
    var text = String(digits.magnitude)
    if text.count <= places {
      text = String(repeating: "0", count: places + 1 - text.count) + text
    }
    if places > 0 {
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    }
    return digits.sign == .minus && digits != 0 ? "-" + text : text
  }
}

extension Exact: CustomStringConvertible {
  package var description: String { canonicalText }
}
