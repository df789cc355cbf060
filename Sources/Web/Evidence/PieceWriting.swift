internal import Store

/// What a piece of a file came to.
enum PieceOutcome: Hashable, Sendable {
  /// So much of the file is there now.
  case received(Int)
  /// The file goes on elsewhere than where the piece begins.
  case elsewhere(received: Int)
  /// It would be longer than was said; nothing of the piece stays.
  case tooLong(received: Int)
  /// Another piece of it is coming in.
  case busy(received: Int)
  /// It is over: it was put on the shelf, or gave way to others.
  case gone
}

/// A piece of a file while it comes in, on a queue that may wait for the disk.
///
/// What came before a connection broke stays: whoever goes on asks how much that was.
actor PieceWriting {
  private let executor = QueueExecutor()
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private let upload: StoredUpload
  private let folder: String
  private var file: ReceivedFile?

  init(_ upload: StoredUpload, in folder: String) {
    self.upload = upload
    self.folder = folder
  }

  private struct TooLong: Error {}

  /// - Throws: `ReceivedFile.Unwritable`, or what the stream meets.
  func write(_ stream: BodyStream, at offset: Int) async throws -> PieceOutcome {
    let opened: ReceivedFile?
    do {
      opened = try ReceivedFile(upload, in: folder)
    } catch  where error.isGone {
      return .gone
    }
    guard let file = opened else {
      return .busy(received: ReceivedFile.count(ofPieces: upload.id, in: folder))
    }
    guard file.count == offset else { return .elsewhere(received: file.count) }
    self.file = file
    defer { self.file = nil }
    do {
      try await stream.forEach { try await self.take($0) }
    } catch is TooLong {
      file.cut(to: offset)
      return .tooLong(received: file.count)
    } catch {
      try? file.keep()
      throw error
    }
    try file.keep()
    return .received(file.count)
  }

  private func take(_ bytes: [UInt8]) throws {
    guard let file else { return }
    guard file.count + bytes.count <= upload.size else { throw TooLong() }
    try file.write(bytes)
  }
}
