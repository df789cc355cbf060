import EventLog
import Foundation
import Loading
import Store
import TestSupport
import Testing

@testable import Web

/// Copies of the data folder while people work, and back.
@Suite struct BackupTests {
  private func backUp(_ world: WebWorld, _ name: String) throws(DataFailure) -> DataBackup {
    try DataBackup.make(
      of: world.home.path, round: world.keeper.folder, store: world.store,
      at: world.home.path + "-" + name)
  }

  /// The folder of a copy, removed with the value.
  private final class Copy {
    let path: String

    init(_ world: WebWorld, _ name: String) { path = world.home.path + "-" + name }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func files(_ folder: String) -> [String: Data] {
    var found: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [] {
      if let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        !name.hasPrefix("parindex.sqlite"), name != DataBackup.sums
      {
        found[name] = bytes
      }
    }
    return found
  }

  @Test func `a backup comes back with every file, every draft and the same log`() async throws {
    let world = try await WebWorld(place: "rounds/ky")
    let browser = try await world.signIn("can-bo")
    let item = "/don-vi/so-y-te/muc/1.1.2"
    _ = await browser.post(item, ["version": "0", "i.planned": "8", "i.completed": "6"])
    let (copy, back) = (Copy(world, "copy"), Copy(world, "back"))
    let made = try backUp(world, "copy")
    #expect(try DataBackup.verify(copy.path).seal == made.seal)
    #expect(made.seal.length == 4)
    // What is read from a copy leaves nothing beside it.
    #expect(try DataBackup.verify(copy.path).files == made.files)
    let restored = try DataBackup.restore(copy.path, to: back.path)
    #expect(restored.seal == made.seal && restored.files == made.files)
    #expect(files(back.path) == files(copy.path))
    #expect(files(copy.path).keys.contains("rounds/ky/events.jsonl"))
    let store = try Store(path: back.path + "/parindex.sqlite")
    let draft = try #require(try store.drafts(of: "so-y-te")["1.1.2"])
    #expect(draft.fields["i.completed"] == "6")
  }

  @Test func `what was changed, taken or added since is named`() async throws {
    let world = try await WebWorld(place: "rounds/ky")
    let copy = Copy(world, "copy")
    _ = try backUp(world, "copy")
    func refusal() -> DataFailure? {
      do throws(DataFailure) {
        _ = try DataBackup.verify(copy.path)
        return nil
      } catch { return error }
    }
    #expect(refusal() == nil)
    let unit = "rounds/ky/units/so-y-te/self-assessment.yaml"
    let bytes = try #require(FileManager.default.contents(atPath: "\(copy.path)/\(unit)"))
    try Data(bytes.dropLast() + [0x20]).write(to: URL(fileURLWithPath: "\(copy.path)/\(unit)"))
    #expect(refusal() == .differs([unit]))
    try FileManager.default.removeItem(atPath: "\(copy.path)/\(unit)")
    #expect(refusal() == .differs([unit]))
    try bytes.write(to: URL(fileURLWithPath: "\(copy.path)/\(unit)"))
    try Data().write(to: URL(fileURLWithPath: "\(copy.path)/rounds/ky/them.yaml"))
    #expect(refusal() == .differs(["rounds/ky/them.yaml"]))
    try FileManager.default.removeItem(atPath: "\(copy.path)/rounds/ky/them.yaml")
    #expect(refusal() == nil)
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(copy.path)/\(DataBackup.sums)"))
    #expect(refusal() == .noSums(copy.path))
    #expect(throws: DataFailure.noSums("/nowhere/at/all")) {
      try DataBackup.verify("/nowhere/at/all")
    }
  }

  @Test func `copies made while units hand in hold whole rounds`() async throws {
    let world = try await WebWorld(place: "rounds/ky")
    let keeper = world.keeper
    let path = "\(keeper.folder)/units/so-y-te/self-assessment.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let work = Task.detached {
      for number in 0..<12 {
        let time = try #require(EventTime(parsing: "2017-12-16T08:00:\(10 + number)"))
        let changed = text + "# \(number)\n"
        let done = try await keeper.handIn(changed, of: "so-y-te", by: "so-y-te/01", at: time)
        guard case .done = done else { throw DataFailure.store("\(done)") }
      }
    }
    var lengths: [Int] = []
    for number in 0..<6 {
      let copy = Copy(world, "copy-\(number)")
      let made = try backUp(world, "copy-\(number)")
      #expect(try DataBackup.verify(copy.path).seal == made.seal)
      lengths.append(made.seal.length)
    }
    try await work.value
    #expect(lengths == lengths.sorted())
  }

  @Test func `links are not followed, and a failed copy leaves nothing`() async throws {
    let world = try await WebWorld(place: "rounds/ky")
    let copy = Copy(world, "copy")
    let link = world.keeper.folder + "/units/so-y-te/ra-ngoai"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    #expect(throws: DataFailure.noFile("rounds/ky/units/so-y-te/ra-ngoai")) {
      try backUp(world, "copy")
    }
    #expect(!FileManager.default.fileExists(atPath: copy.path))
    try FileManager.default.removeItem(atPath: link)
    _ = try backUp(world, "copy")
    // Nothing is written over.
    #expect(throws: DataFailure.self) { try backUp(world, "copy") }
    #expect(throws: DataFailure.self) { try DataBackup.restore(copy.path, to: world.home.path) }
    _ = try DataBackup.verify(copy.path)
  }

  @Test func `what did not change since an earlier copy is not written again`() async throws {
    let world = try await WebWorld(place: "rounds/ky")
    let (first, second) = (Copy(world, "first"), Copy(world, "second"))
    _ = try backUp(world, "first")
    let unit = "rounds/ky/units/so-noi-vu/self-assessment.yaml"
    try Data("# khác\n".utf8).write(to: URL(fileURLWithPath: "\(world.home.path)/\(unit)"))
    let made = try DataBackup.make(
      of: world.home.path, round: world.keeper.folder, store: world.store, at: second.path,
      sharing: first.path)
    #expect(try DataBackup.verify(second.path).files == made.files)
    func number(_ path: String) throws -> UInt64 {
      let about = try FileManager.default.attributesOfItem(atPath: path)
      return try #require(about[.systemFileNumber] as? UInt64)
    }
    let log = "rounds/ky/events.jsonl"
    #expect(try number("\(first.path)/\(log)") == number("\(second.path)/\(log)"))
    #expect(try number("\(first.path)/\(unit)") != number("\(second.path)/\(unit)"))
    // The first one still is what it was.
    _ = try DataBackup.verify(first.path)
  }

  @Test func `an export is the round alone`() async throws {
    let world = try await WebWorld(place: "rounds/ky")
    let copy = Copy(world, "copy")
    // What somebody left lying about is nobody else's business.
    _ = try world.home.write("mat-khau.csv", "login,password\n")
    _ = try DataBackup.make(
      of: world.home.path, round: world.keeper.folder, store: nil, at: copy.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: copy.path).sorted()
    #expect(names == [DataBackup.sums, "rounds"])
    let loading = loadRound(copy.path + "/rounds/ky")
    #expect(loading.loaded?.log != nil)
  }
}
