import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Store

/// People who save at the same moment wait for the disk together, and each as if they were alone.
struct SharedWritingTests {
  private let home: TemporaryFolder
  private let store: Store

  init() throws {
    home = try TemporaryFolder()
    store = try Store(path: home.path("parindex.sqlite"))
  }

  private struct Refused: Error {}

  @Test func `what was acknowledged is there when the file is opened by another`() async throws {
    let store = store
    let saved = try await withThrowingTaskGroup(of: DraftSaving.self) { group in
      for number in 0..<300 {
        group.addTask {
          try await store.saveTyped(
            of: "u\(number % 20)", part: "\(number)", ["note": "lần \(number)"], over: 0, by: "a",
            at: 0)
        }
      }
      return try await group.reduce(into: 0) { count, saving in
        if case .saved = saving { count += 1 }
      }
    }
    #expect(saved == 300)
    let again = try Store(path: home.path("parindex.sqlite"))
    for number in 0..<300 {
      #expect(
        try again.draft(of: "u\(number % 20)", part: "\(number)")?.fields
          == ["note": "lần \(number)"])
    }
  }

  @Test func `of all who save over one version at once one saves, and the others see theirs`()
    async throws
  {
    let store = store
    let savings = try await withThrowingTaskGroup(of: DraftSaving.self) { group in
      for number in 0..<40 {
        group.addTask {
          try await store.saveTyped(
            of: "u", part: "1", ["note": "\(number)"], over: 0, by: "a\(number)", at: 0)
        }
      }
      return try await group.reduce(into: [DraftSaving]()) { $0.append($1) }
    }
    let kept = try #require(try store.draft(of: "u", part: "1"))
    #expect(kept.version == 1)
    #expect(savings.count { $0 == .saved(kept) } == 1)
    #expect(savings.count { $0 == .conflict(kept) } == 39)
  }

  @Test func `a change that fails leaves nothing and keeps nobody else from being written`()
    async throws
  {
    let store = store
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          let saving = try? await store.shared.write { database in
            let saving = try Store.save(
              "u", "\(number)", ["note": "x"], over: 0, by: "a", at: 0, database)
            if number.isMultiple(of: 3) { throw Refused() }
            return saving
          }
          #expect((saving == nil) == number.isMultiple(of: 3))
        }
      }
    }
    let parts = try store.drafts(of: "u").keys.compactMap { Int($0) }.sorted()
    #expect(parts == (0..<60).filter { !$0.isMultiple(of: 3) })
  }

  @Test func `who is seen stays signed in before and after it is written`() async throws {
    let cheap = PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)
    try store.add(
      Account(login: "a1", name: "A", role: .auditor), PasswordHash(of: "x", cost: cheap), at: 0)
    let own = try #require(try store.account("a1")).account
    let token = try store.beginSession(of: own, replacing: nil, at: 0)
    let idle = Store.SessionLimit.idle
    #expect(try store.session(token, at: idle - 1) != nil)
    #expect(try store.session(token, at: 2 * idle - 2) != nil)
    // What comes after it in the line is written after it.
    try await store.shared.write { _ in }
    #expect(store.seen.withLock { $0.isEmpty })
    let again = try Store(path: home.path("parindex.sqlite"))
    #expect(try again.session(token, at: 3 * idle - 3) != nil)
    #expect(try again.session(token, at: 5 * idle) == nil)
  }

  @Test func `where somebody else holds the file whoever saves is told so, and later ones save`()
    async throws
  {
    let other = try Store(path: home.path("parindex.sqlite"))
    let isHeld = DispatchSemaphore(value: 0)
    let isOver = DispatchSemaphore(value: 0)
    Task.detached {
      try await other.shared.write { _ in
        isHeld.signal()
        isOver.wait()
      }
      isHeld.signal()
    }
    await Self.wait(for: isHeld)
    let store = store
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<5 {
        group.addTask {
          let saving = try? await store.saveTyped(
            of: "u", part: "\(number)", ["note": "a"], over: 0, by: "a", at: 0)
          return saving == nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes == Array(repeating: true, count: 5))
    isOver.signal()
    await Self.wait(for: isHeld)
    let saving = try await store.saveTyped(
      of: "u", part: "1", ["note": "b"], over: 0, by: "a", at: 0)
    #expect(try store.draft(of: "u", part: "1").map(DraftSaving.saved) == saving)
  }

  /// Not on a thread that others' work needs.
  private static func wait(for semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        semaphore.wait()
        continuation.resume()
      }
    }
  }
}
