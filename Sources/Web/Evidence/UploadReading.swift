internal import Store

/// Why a form with a file came to nothing.
enum UploadFault: Error, Hashable, Sendable {
  case form(MultipartFault)
  /// A text in it is none.
  case text
  /// It does not begin with the session's token.
  case token
  /// It names a file that came in pieces, and that there is not, or not for this account and unit.
  case noPieces
  /// That file is not whole yet, or something else is done with it.
  case unfinished
  /// It is not the one that was promised.
  case otherBytes
  case severalFiles
  case unwritable(ReceivedFile.Unwritable)
  case refused(FileRefusal)
  /// The scanner does not let it pass; its first line is for the log.
  case scanned(String)

  /// Whether the bytes themselves are none to be taken, however often they are asked about; a scanner
  /// may only be out of order.
  var isOfBytes: Bool {
    switch self {
    case .otherBytes, .refused: true
    case .form, .text, .token, .noPieces, .unfinished, .severalFiles, .unwritable, .scanned: false
    }
  }
}

/// A form with a file while it comes in, a piece at a time, on a queue that may wait for the disk.
///
/// The session's token comes before any file, or nothing is written.
actor UploadReading {
  /// What came in; the file is not in its place yet.
  struct Upload: Hashable, Sendable {
    var fields = FormFields()
    var file: File?
  }

  struct File: Hashable, Sendable {
    /// As the browser called it, for people to read.
    let name: String
    let size: Int
    let sha256: String
  }

  private let executor = QueueExecutor()
  /// Where it works.
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private var parser: MultipartParser?
  private let token: String?
  private let folder: String
  private var upload = Upload()
  private var part: MultipartHeader?
  private var text: [UInt8] = []
  private var file: ReceivedFile?
  /// Of the file that came, or is coming.
  private var fileName = ""
  private var isWhole = false

  /// - Parameters:
  ///   - token: what the form has to carry.
  ///   - folder: where files stand until they are whole.
  init(_ parser: MultipartParser, token: String, folder: String) {
    self.parser = parser
    self.token = token
    self.folder = folder
  }

  /// Of a document without a form, as programs send it: its file came before, or there is none.
  init(in folder: String) {
    parser = nil
    token = nil
    self.folder = folder
  }

  /// Reads a whole form while it comes in.
  /// - Throws: `UploadFault`, or what the stream meets.
  static func whole(
    _ stream: BodyStream, _ request: WebRequest, _ limits: MultipartLimits, token: String,
    folder: String
  ) async throws -> (reading: UploadReading, upload: Upload) {
    let parser: MultipartParser
    do {
      parser = try MultipartParser(
        contentType: request.headers["content-type"] ?? "", limits: limits)
    } catch {
      throw UploadFault.form(error)
    }
    let reading = UploadReading(parser, token: token, folder: folder)
    try await stream.forEach { try await reading.take($0) }
    return (reading, try await reading.finish())
  }

  func take(_ bytes: [UInt8]) throws(UploadFault) {
    let events: [MultipartEvent]
    do { events = try parser?.take(bytes) ?? [] } catch { throw .form(error) }
    for event in events {
      switch event {
      case .part(let header):
        part = header
        text = []
        // A form with its token comes from a page of ours; nothing else is worth a byte on the disk.
        if header.fileName != nil, !isOurs { throw .token }
      case .data(let bytes):
        if part?.fileName == nil { text += bytes } else { try write(bytes) }
      case .endOfPart: try endPart()
      }
    }
  }

  /// Takes bytes of a file that comes without a form around it.
  func take(bytes: [UInt8], ofAtMost largest: Int) throws(UploadFault) {
    guard (file?.count ?? 0) + bytes.count <= largest else { throw .form(.fileTooLong) }
    try write(bytes)
  }

  private var isOurs: Bool { token.map { Secret.areEqual(upload.fields["token"], $0) } ?? false }

  private func write(_ bytes: [UInt8]) throws(UploadFault) {
    guard !isWhole else { throw .severalFiles }
    do throws(ReceivedFile.Unwritable) {
      if file == nil { file = try ReceivedFile(in: folder) }
      try file?.write(bytes)
    } catch {
      throw .unwritable(error)
    }
  }

  private func endPart() throws(UploadFault) {
    guard let part else { return }
    if let name = part.fileName {
      // A form without a chosen file sends one without name and bytes.
      if !isWhole, !name.isEmpty || file != nil { fileName = name.isEmpty ? "?" : name }
      if file != nil { isWhole = true }
    } else {
      guard let text = FormReading.text(plain: text) else { throw .text }
      upload.fields.values[part.name] = text
    }
  }

  /// Says that nothing more comes.
  func finish() throws(UploadFault) -> Upload {
    do { try parser?.finish() } catch { throw .form(error) }
    guard isOurs else { throw .token }
    guard let file else {
      if !fileName.isEmpty { throw .refused(.empty) }
      return upload
    }
    do {
      upload.file = File(name: fileName, size: file.count, sha256: try file.finish())
    } catch {
      throw .unwritable(error)
    }
    return upload
  }

  /// Takes a file that came in pieces before for the form's own.
  func take(_ pieces: StoredUpload) throws(UploadFault) -> File {
    let digest: String
    do throws(ReceivedFile.Unwritable) {
      file = try ReceivedFile(pieces, in: folder)
      digest = file?.count == pieces.size ? try file?.finish() ?? "" : ""
    } catch {
      throw error.isGone ? .noPieces : .unwritable(error)
    }
    guard !digest.isEmpty else { throw .unfinished }
    guard pieces.sha256 ?? digest == digest else { throw .otherBytes }
    let taken = File(name: pieces.name, size: pieces.size, sha256: digest)
    upload.file = taken
    return taken
  }

  /// Where the file stands while this lives; nil: none came.
  var place: String? { file?.path }

  /// What the file is, by its bytes, once the scanner has nothing against it.
  /// - Parameter scanner: nil: nobody looks for viruses.
  func checked(_ scanner: FileScanner?) throws(UploadFault) -> FileKind {
    guard let file, let reading = file.reading() else { throw .refused(.empty) }
    let kind: FileKind
    do { kind = try FileKind(reading) } catch { throw .refused(error) }
    if let scanner, case .found(let line) = scanner.look(at: file.path) {
      throw .scanned(line)
    }
    return kind
  }

  /// Puts the file in its place.
  /// - Returns: whether it was not there before.
  func place(in folder: String, as name: String) throws(UploadFault) -> Bool {
    guard let file, let digest = upload.file?.sha256 else { throw .refused(.empty) }
    do { return try file.place(in: folder, as: name, digest: digest) } catch {
      throw .unwritable(error)
    }
  }
}
