internal import YAMLReading

/// Names to numbers, looked up by their bytes: no string is made to find a key.
///
/// One table can hold the same name in several scopes: an input's name belongs to its item.
struct ByteTable: Sendable {
  private struct Slot {
    var mark: UInt32
    var scope: UInt32
    var start: UInt32
    var length: UInt32
    /// Negative: nothing is here.
    var value: Int32
  }

  private static let empty = Slot(mark: 0, scope: 0, start: 0, length: 0, value: -1)

  private var slots: [Slot]
  private var names: [UInt8] = []
  private var count = 0
  /// Differs from run to run, so that nobody can prepare names that collide; what is found does
  /// not depend on it.
  private let seed: UInt64

  init() {
    slots = Array(repeating: Self.empty, count: 16)
    seed = Self.runSeed
  }

  init(_ names: [String]) {
    self.init()
    for (value, name) in names.enumerated() { insert(name, value: value) }
  }

  private static let runSeed = UInt64.random(in: .min ... .max)

  // MARK: Filling

  /// Puts a name in; when it is there already, its number is given back and stays.
  @discardableResult
  mutating func insert(_ name: String, scope: Int = 0, value: Int) -> Int? {
    var name = name
    return name.withUTF8 { insert($0, scope: scope, value: value) }
  }

  mutating func insert(
    _ name: UnsafeBufferPointer<UInt8>, scope: Int = 0, value: Int
  ) -> Int? {
    if let found = find(name, scope: scope) { return found }
    if (count + 1) * 2 > slots.count { grow() }
    let hash = hash(name, scope)
    put(
      Slot(
        mark: UInt32(truncatingIfNeeded: hash >> 32), scope: UInt32(truncatingIfNeeded: scope),
        start: UInt32(truncatingIfNeeded: names.count),
        length: UInt32(truncatingIfNeeded: name.count), value: Int32(truncatingIfNeeded: value)),
      hash)
    names.append(contentsOf: name)
    count += 1
    return nil
  }

  private mutating func put(_ slot: Slot, _ hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place].value >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: old.count * 2)
    for slot in old where slot.value >= 0 {
      let range = Int(slot.start)..<Int(slot.start) + Int(slot.length)
      let found = names.withUnsafeBufferPointer { names in
        hash(UnsafeBufferPointer(rebasing: names[range]), Int(slot.scope))
      }
      put(slot, found)
    }
  }

  // MARK: Finding

  /// The number of a name in a scope.
  func find(_ name: UnsafeBufferPointer<UInt8>, scope: Int = 0) -> Int? {
    let hash = hash(name, scope)
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    return slots.withUnsafeBufferPointer { slots -> Int? in
      var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[place].value >= 0 {
        let slot = slots[place]
        if slot.mark == mark, slot.length == name.count, slot.scope == scope, holds(slot, name) {
          return Int(slot.value)
        }
        place = (place + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// The number of a scalar's text.
  func find(_ node: YAMLNode, scope: Int = 0) -> Int? {
    node.withUTF8 { find($0, scope: scope) }
  }

  private func holds(_ slot: Slot, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    names.withUnsafeBufferPointer { names -> Bool in
      let start = Int(slot.start)
      for index in name.indices where names[start + index] != name[index] { return false }
      return true
    }
  }

  private func hash(_ name: UnsafeBufferPointer<UInt8>, _ scope: Int) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(name)
    var hash = seed ^ UInt64(truncatingIfNeeded: scope)
    var index = 0
    while index + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var tail = UInt64(truncatingIfNeeded: bytes.count)
    while index < bytes.count {
      tail = tail << 8 | UInt64(bytes[index])
      index += 1
    }
    return mixed(mixed(hash ^ tail))
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: seed | 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

/// The fixed keys of one kind of mapping.
struct KeyTable<Key: CaseIterable & RawRepresentable<String> & Sendable>: Sendable {
  private let keys: [Key]
  private let table: ByteTable

  init(_ type: Key.Type) {
    keys = Array(Key.allCases)
    table = ByteTable(keys.map(\.rawValue))
  }

  subscript(_ node: YAMLNode) -> Key? { table.find(node).map { keys[$0] } }

  /// All of them as written, for diagnostics.
  var names: [String] { keys.map(\.rawValue) }
}
