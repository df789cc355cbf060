internal import Diagnostics

/// What stands behind the manifest must be what it says, in its order, and nothing else.
extension BundleReader {
  mutating func readMembers(of manifest: BundleManifest) {
    let stored = manifest.files.filter(\.isStored)
    let places = Dictionary(
      stored.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var next = 0
    while next < stored.count {
      let file = stored[next]
      let expected = TarHeader(name: file.name, size: file.size).bytes
      let at = source.offset
      var head = source.bytes(TarHeader.block)
      if head.elementsEqual(expected.prefix(TarHeader.block)) {
        head += source.bytes(expected.count - head.count)
        if head != expected { findings.append(headerChanged(file.name, expected, head)) }
        damaged = 0
        guard unpack(file, size: file.size) else { return }
        next += 1
        continue
      }
      guard head.count == TarHeader.block else {
        return findings.append(.archiveCut(file.name, at: source.offset))
      }
      switch TarHeader.reading(head) {
      case .member(let found):
        guard MemberName.isSafe(found.name) else {
          return findings.append(.unsafeMember(found.name, at: at))
        }
        damaged = 0
        if found.name == file.name {
          findings.append(.memberSize(file.name, found.size, expected: file.size))
          guard unpack(file, size: found.size) else { return }
          next += 1
        } else if let place = places[found.name], place > next {
          // Those between are not there, or stand further behind.
          findings += stored[next..<place].map { .memberMissing($0.name) }
          next = place
          guard unpack(stored[place], size: found.size, head: head) else { return }
          next += 1
        } else {
          findings.append(
            places[found.name] == nil ? .memberUnknown(found.name) : .memberAgain(found.name))
          guard skip(found) else { return }
        }
      case .noFile(let name): return findings.append(.memberIsNoFile(name, at: at))
      case .end:
        return findings += stored[next...].map { .memberMissing($0.name) }
      case .other:
        findings.append(headerChanged(file.name, expected, head))
        damaged += 1
        guard damaged < 2 else { return findings.append(.archiveUnreadable(self.file, at: at)) }
        _ = source.bytes(expected.count - head.count)
        guard unpack(file, size: file.size) else { return }
        next += 1
      }
    }
    readEnd(places)
  }

  private mutating func readEnd(_ places: [String: Int]) {
    while true {
      let at = source.offset
      let block = source.bytes(TarHeader.block)
      switch TarHeader.reading(block) {
      case .end:
        let last = source.bytes(TarHeader.block)
        if last.count < TarHeader.block {
          findings.append(.archiveCut(file.path, at: source.offset))
        } else if last.contains(where: { $0 != 0 }) || source.offset < source.size {
          findings.append(.bytesBehindEnd(file, at: at + TarHeader.block))
        }
        return
      case .member(let found):
        guard MemberName.isSafe(found.name) else {
          return findings.append(.unsafeMember(found.name, at: at))
        }
        findings.append(
          places[found.name] == nil ? .memberUnknown(found.name) : .memberAgain(found.name))
        guard skip(found) else { return }
      case .noFile(let name): return findings.append(.memberIsNoFile(name, at: at))
      case .other:
        return findings.append(
          block.count < TarHeader.block
            ? .archiveCut(file.path, at: source.offset) : .bytesBehindEnd(file, at: at))
      }
    }
  }
}
