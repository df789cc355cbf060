internal import Logging
internal import Store

/// A form that came, with a file or without one.
struct ReceivedForm: Sendable {
  let fields: FormFields
  /// nil: none was chosen.
  let file: UploadedFile?
}

/// A file that came with a form; it is gone with its reading.
struct UploadedFile: Sendable {
  /// What the browser called it.
  let name: String
  private let place: String
  private let reading: UploadReading

  fileprivate init(name: String, place: String, reading: UploadReading) {
    self.name = String(name.prefix(80))
    self.place = place
    self.reading = reading
  }

  /// Does something with the file where it stands; it is there until that ends.
  func use<Value>(_ work: (_ place: String) async throws -> Value) async rethrows -> Value {
    defer { withExtendedLifetime(reading) {} }
    return try await work(place)
  }
}

/// What became of a form with a file that was to come in.
enum Receiving: Sendable {
  case form(ReceivedForm)
  /// It is no form of a page of ours.
  case forged
  /// Why it came to nothing, for its page to say.
  case refused(status: Int, text: String)
}

extension WebApplication {
  /// Reads a form with at most one file, counted while it comes in.
  /// - Parameter field: the most bytes of a text; nil: as many as people type.
  func received(
    _ visit: Visit, atMost largest: Int, field: Int? = nil
  ) async throws -> Receiving {
    let login = visit.session?.account.login ?? "-"
    let received = try await uploads.receive(by: login, settings.evidence) {
      try await receive(visit, atMost: largest, field)
    }
    return received
      ?? .refused(
        status: 503,
        text: visit.frame.say(
          "Đang có nhiều tệp cùng được gửi lên; chờ ít phút rồi gửi lại.",
          "Many files are coming in; wait some minutes and send it again."))
  }

  /// Reads a file that comes without a form around it, as programs send it.
  /// - Parameter name: what it is called where something is said of it.
  func receivedFile(
    _ visit: Visit, atMost largest: Int, as name: String
  ) async throws -> Receiving {
    let login = visit.session?.account.login ?? "-"
    let received = try await uploads.receive(by: login, settings.evidence) {
      try await receive(visit, atMost: largest, as: name)
    }
    return received ?? .refused(status: 503, text: ShelfWords(visit.frame).busy)
  }

  private func receive(
    _ visit: Visit, atMost largest: Int, as name: String
  ) async throws -> Receiving {
    guard let stream = visit.request.stream, let folder = settings.evidence.folder else {
      return .refused(status: 503, text: ShelfWords(visit.frame).takesNone)
    }
    let reading = UploadReading(in: folder)
    do {
      try await stream.forEach { try await reading.take(bytes: $0, ofAtMost: largest) }
    } catch let fault as UploadFault {
      return told(fault, atMost: largest, visit.frame)
    } catch is BodyStream.Failure {
      return .refused(status: 408, text: ShelfWords(visit.frame).slow)
    }
    let place = await reading.place
    return .form(
      ReceivedForm(
        fields: FormFields(),
        file: place.map { UploadedFile(name: name, place: $0, reading: reading) }))
  }

  private func receive(
    _ visit: Visit, atMost largest: Int, _ field: Int?
  ) async throws -> Receiving {
    let frame = visit.frame
    guard let stream = visit.request.stream, visit.isUpload, let token = visit.session?.formToken,
      let folder = settings.evidence.folder
    else {
      return .refused(status: 415, text: frame.say("Không đọc được tệp.", "Not readable."))
    }
    var limits = MultipartLimits()
    limits.file = largest
    if let field { limits.field = field }
    do {
      let (reading, received) = try await UploadReading.whole(
        stream, visit.request, limits, token: token, folder: folder)
      guard let file = received.file, let place = await reading.place else {
        return .form(ReceivedForm(fields: received.fields, file: nil))
      }
      return .form(
        ReceivedForm(
          fields: received.fields,
          file: UploadedFile(name: file.name, place: place, reading: reading)))
    } catch let fault as UploadFault {
      return told(fault, atMost: largest, frame)
    } catch is BodyStream.Failure {
      return .refused(
        status: 408,
        text: frame.say("Đường truyền bị ngắt; gửi lại.", "The connection broke; send it again."))
    }
  }

  private func told(_ fault: UploadFault, atMost largest: Int, _ frame: PageFrame) -> Receiving {
    switch fault {
    case .token: return .forged
    case .form(.fileTooLong), .form(.formTooLong), .form(.fieldTooLong):
      return .refused(
        status: 413,
        text: frame.say(
          "Tệp lớn quá \(largest / 1_000_000) MB.",
          "The file is larger than \(largest / 1_000_000) MB."))
    case .unwritable(let reason):
      logger.error("a file cannot be written", metadata: ["error": "\(reason.error)"])
      return .refused(
        status: reason.isFull ? 507 : 500,
        text: frame.say(
          "Máy chủ chưa nhận được tệp; dữ liệu đã lưu còn nguyên. Báo người quản trị.",
          "The server cannot take the file; what was saved before is safe."))
    case .form, .text, .noPieces, .unfinished, .otherBytes, .severalFiles, .refused, .scanned:
      return .refused(
        status: 400, text: frame.say("Không đọc được biểu mẫu.", "The form cannot be read."))
    }
  }
}
