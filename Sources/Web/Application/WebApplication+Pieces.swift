internal import Loading
internal import Reports
internal import Store

/// A file that comes in pieces, so that a weak line loses none of it: begun, sent on from where it
/// stands, and named by the form that puts it on the shelf.
///
/// Pages' script and programs both come here; the form is the one that brings whole files.
extension WebApplication {
  /// How much of a file is there.
  struct Pieces: Hashable, Sendable {
    let upload: StoredUpload
    let received: Int
  }

  /// What was said of a file before its first piece.
  struct Promised: Hashable, Sendable {
    let name: String
    let size: Int
    /// nil: that is not known.
    let sha256: String?
  }

  /// Whoever promises the same bytes again goes on with them.
  func begin(
    _ promised: Promised, _ upload: Upload
  ) throws -> Result<Pieces, ShelfRefusal> {
    let words = ShelfWords(upload.frame)
    guard let folder = settings.evidence.folder else {
      return .failure(ShelfRefusal(503, words.takesNone))
    }
    guard promised.size > 0 else {
      return .failure(ShelfRefusal(422, words.refused(.empty)))
    }
    guard promised.size <= settings.evidence.largestFile else {
      return .failure(ShelfRefusal(413, words.tooLarge(settings.evidence)))
    }
    let shelf = UnitShelf(upload.work.drafted)
    if let refusal = refusal(of: promised.sha256, promised.size, shelf, upload) {
      return .failure(refusal)
    }
    let (beginning, over) = try store.beginUpload(
      of: upload.work.account, unit: upload.unit, name: promised.name, size: promised.size,
      sha256: promised.sha256, most: settings.evidence.mostInPieces,
      own: settings.evidence.mostInPiecesOfOne, besides: uploads.current,
      at: upload.visit.now.seconds)
    forget(pieces: over)
    try sweepPieces(at: upload.visit.now.seconds)
    switch beginning {
    case .begun(let begun), .before(let begun):
      do throws(ReceivedFile.Unwritable) {
        try ReceivedFile.make(pieces: begun.id, in: folder)
      } catch {
        return .failure(refusal(for: .unwritable(error), upload.unit, upload.frame))
      }
      return .success(
        Pieces(
          upload: begun, received: ReceivedFile.count(ofPieces: begun.id, in: folder)))
    case .crowded:
      return .failure(ShelfRefusal(409, words.crowded(settings.evidence.mostInPiecesOfOne)))
    case .full: return .failure(ShelfRefusal(503, words.busy))
    }
  }

  /// nil: there is none of the account for the unit.
  func pieces(_ id: String, _ upload: Upload) throws -> Pieces? {
    guard let folder = settings.evidence.folder,
      let found = try store.upload(
        id, of: upload.work.account, unit: upload.unit, at: upload.visit.now.seconds)
    else { return nil }
    let isDone = found.document != nil
    return Pieces(
      upload: found,
      received: isDone ? found.size : ReceivedFile.count(ofPieces: found.id, in: folder))
  }

  /// - Returns: nil: too many files are coming in.
  /// - Throws: `ReceivedFile.Unwritable`, or what the stream meets.
  func write(
    _ stream: BodyStream, at offset: Int, to pieces: Pieces, _ upload: Upload
  ) async throws -> PieceOutcome? {
    guard let folder = settings.evidence.folder else { return nil }
    // One that is on the shelf takes nothing more.
    guard pieces.upload.document == nil else {
      return .elsewhere(received: pieces.upload.size)
    }
    // However slowly it comes: it does not stand still.
    try store.notePiece(of: pieces.upload, at: upload.visit.now.seconds)
    defer { try? store.notePiece(of: pieces.upload, at: clock.now().seconds) }
    return try await uploads.during(pieceOf: pieces.upload.id) {
      try await uploads.receive(by: upload.work.account.login, settings.evidence) {
        try await PieceWriting(pieces.upload, in: folder).write(stream, at: offset)
      }
    }
  }

  /// Removes the pieces of files that are over without anybody here having ended them: their account
  /// was taken away, or their day went by.
  func sweepPieces(at now: Int64) throws {
    guard let folder = settings.evidence.folder else { return }
    // In this order: what is begun meanwhile is known before it lies there.
    let lying = ReceivedFile.pieces(in: folder)
    guard !lying.isEmpty else { return }
    let open = try store.openUploads(at: now)
    forget(pieces: lying.filter { !open.contains($0) })
  }

  func forget(pieces ids: [String]) {
    guard let folder = settings.evidence.folder else { return }
    ReceivedFile.remove(pieces: ids, in: folder)
  }
}
