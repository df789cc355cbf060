internal import Grading

/// Values laid down one behind the other, each text once; for bytes that only this very program
/// reads again.
struct KeptBytes {
  private var body: [UInt8] = []
  private var texts: [String] = []
  private var places: [String: Int] = [:]
  /// Whether everything went in.
  private(set) var isWhole = true

  /// Says that something does not go in.
  mutating func refuse() { isWhole = false }

  /// The texts, then everything else.
  var all: [UInt8] {
    var head = KeptBytes()
    head.add(texts.count)
    for text in texts {
      head.add(text.utf8.count)
      head.body += text.utf8
    }
    return head.body + body
  }

  /// Seven bits in a byte, the lowest first; the sign is the lowest of all.
  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest > 0x7F {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(rest))
  }

  mutating func add(_ text: String?) {
    guard let text else { return add(0) }
    if let place = places[text] { return add(place) }
    texts.append(text)
    places[text] = texts.count
    add(texts.count)
  }

  mutating func add(_ exact: Exact) {
    guard case .small(let above, let below) = exact else { return refuse() }
    add(Int(above))
    add(Int(below))
  }

  mutating func add(_ moment: LocalMoment?) {
    guard let moment else { return add(0) }
    add(moment.minute.map { Int($0) + 2 } ?? 1)
    add(Int(moment.day.number))
  }

  mutating func add(_ input: InputValue) {
    switch input {
    case .blank: add(0)
    case .impossible: add(1)
    case .given(.number(let number)):
      add(2)
      add(number)
    case .given(.date(let moment)):
      add(3)
      add(moment)
    case .given(.noDate): add(4)
    case .given(.truth(let holds)): add(holds ? 6 : 5)
    case .given(.text(let text)):
      add(7)
      add(text)
    case .given(.days(let days, let working)):
      add(working ? 9 : 8)
      add(days)
    }
  }
}

extension KeptBytes {
  /// Takes them out in the order in which they were laid down.
  struct Reading {
    private let bytes: [UInt8]
    private var place = 0
    private var texts: [String] = []
    /// Whether everything that was taken out was there.
    private(set) var isWhole = true

    init?(_ bytes: [UInt8]) {
      self.bytes = bytes
      for _ in 0..<count() {
        let length = count()
        texts.append(String(decoding: bytes[place..<place + length], as: UTF8.self))
        place += length
      }
      guard isWhole else { return nil }
    }

    mutating func number() -> Int {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while place < bytes.count, shift < 64 {
        let byte = bytes[place]
        place += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1) }
        shift += 7
      }
      isWhole = false
      return 0
    }

    /// Of things that take a byte each at least.
    mutating func count() -> Int {
      let count = number()
      guard (0...bytes.count - place).contains(count) else {
        isWhole = false
        return 0
      }
      return count
    }

    mutating func text() -> String? {
      let number = number()
      guard number != 0 else { return nil }
      guard texts.indices.contains(number - 1) else {
        isWhole = false
        return nil
      }
      return texts[number - 1]
    }

    mutating func exact() -> Exact {
      let above = number()
      return .small(Int64(above), Int64(number()))
    }

    mutating func moment() -> LocalMoment? {
      let minute = number()
      guard minute != 0 else { return nil }
      return LocalMoment(
        CalendarDay(number: Int32(truncatingIfNeeded: number())),
        minute: minute == 1 ? nil : Int16(truncatingIfNeeded: minute - 2))
    }

    mutating func input() -> InputValue {
      switch number() {
      case 0: return .blank
      case 1: return .impossible
      case 2: return .given(.number(exact()))
      case 3:
        if let moment = moment() { return .given(.date(moment)) }
      case 4: return .given(.noDate)
      case 5: return .given(.truth(false))
      case 6: return .given(.truth(true))
      case 7: return .given(.text(text() ?? ""))
      case 8: return .given(.days(number(), working: false))
      case 9: return .given(.days(number(), working: true))
      default: break
      }
      isWhole = false
      return .blank
    }
  }
}
