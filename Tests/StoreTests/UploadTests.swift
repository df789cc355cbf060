import Foundation
import TestSupport
import Testing

@testable import Store

/// Files that come in pieces, as the store knows of them.
@Suite struct UploadTests {
  private let home: TemporaryFolder
  private let store: Store
  private let one: Account
  private let two: Account

  init() throws {
    home = try TemporaryFolder()
    store = try Store(path: home.path("parindex.sqlite"))
    let cheap = PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)
    for login in ["mot", "hai"] {
      try store.add(
        Account(login: login, name: login, role: .unitOfficer, unit: "so-y-te"),
        PasswordHash(of: "mật khẩu dài", cost: cheap), at: 0)
    }
    one = try #require(try store.account("mot")).account
    two = try #require(try store.account("hai")).account
  }

  private func begin(
    _ account: Account, _ digest: String? = nil, unit: String = "so-y-te", size: Int = 10,
    most: Int = 100, own: Int = 2, at time: Int64 = 0
  ) throws -> (upload: StoredUpload?, isNew: Bool, over: [String]) {
    let (beginning, over) = try store.beginUpload(
      of: account, unit: unit, name: "a.pdf", size: size, sha256: digest, most: most, own: own,
      at: time)
    switch beginning {
    case .begun(let upload): return (upload, true, over)
    case .before(let upload): return (upload, false, over)
    case .full, .crowded: return (nil, false, over)
    }
  }

  @Test func `the same bytes of one account for one unit are one file`() throws {
    let first = try #require(try begin(one, "d").upload)
    #expect(first.id.count == 32 && first.document == nil)
    let again = try begin(one, "d")
    #expect(again.upload == first && !again.isNew)
    #expect(try begin(one, "d", unit: "so-do").isNew, "for another unit")
    #expect(try begin(two, "d").isNew, "of another account")
    #expect(try begin(two, nil, own: 3).isNew)
    #expect(try begin(two, nil, own: 3).isNew, "nobody knows whether these are the same")
  }

  @Test func `it is known to its account, for its unit, for a day`() throws {
    let upload = try #require(try begin(one, at: 5).upload)
    let last = 5 + Store.UploadLimit.seconds - 1
    #expect(try store.upload(upload.id, of: one, unit: "so-y-te", at: last) == upload)
    #expect(try store.upload(upload.id, of: one, unit: "so-y-te", at: last + 1) == nil)
    #expect(try store.upload(upload.id, of: two, unit: "so-y-te", at: 5) == nil)
    #expect(try store.upload(upload.id, of: one, unit: "so-do", at: 5) == nil)
    #expect(try store.openUploads(at: last) == [upload.id])
    let next = try begin(two, at: last + 1)
    #expect(next.over == [upload.id])
    #expect(try store.openUploads(at: last + 1).count == 1)
  }

  @Test func `one of an account that stands still gives way, and all together are bounded`()
    throws
  {
    let idle = Store.UploadLimit.idle
    let first = try #require(try begin(one, at: 1).upload)
    let second = try #require(try begin(one, at: 2).upload)
    let early = try begin(one, at: idle)
    #expect(early.upload == nil && early.over.isEmpty, "each had a piece within a quarter hour")
    // A piece of the first comes: the second is the one that stands still.
    try store.notePiece(of: first, at: 10)
    #expect(try begin(one, at: idle + 1).upload == nil)
    #expect(try begin(one, at: idle + 2).over == [second.id])
    #expect(try store.upload(first.id, of: one, unit: "so-y-te", at: idle + 2) == first)
    #expect(try begin(one, at: idle + 9).upload == nil)
    #expect(try begin(one, at: idle + 10).over == [first.id])
    #expect(try begin(two, most: 3, at: idle + 11).upload != nil)
    #expect(try begin(two, most: 3, at: idle + 11).upload == nil)
  }

  @Test func `a piece that is told late does not make it older`() throws {
    let first = try #require(try begin(one, own: 1, at: 500).upload)
    try store.notePiece(of: first, at: 100)
    #expect(try begin(one, own: 1, at: 499 + Store.UploadLimit.idle).upload == nil)
    #expect(try begin(one, own: 1, at: 500 + Store.UploadLimit.idle).over == [first.id])
  }

  @Test func `what is on the shelf is remembered and takes no room`() throws {
    let upload = try #require(try begin(one, "d").upload)
    try store.end(upload, as: "ke-hoach")
    #expect(
      try store.upload(upload.id, of: one, unit: "so-y-te", at: 1)?.document == "ke-hoach")
    #expect(try store.openUploads(at: 1).isEmpty)
    #expect(try begin(one, "d", most: 1, own: 1).isNew)
    _ = try store.removeAccount("mot")
    #expect(try store.openUploads(at: 1).isEmpty)
  }
}
