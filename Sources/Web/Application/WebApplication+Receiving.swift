internal import Store

/// A file that came with a form; it is gone with its reading.
struct UploadedFile: Sendable {
  let fields: FormFields
  /// What the browser called it.
  let name: String
  let place: String
  /// Keeps the file while it is used.
  fileprivate let reading: UploadReading
}

/// Why a form with a file came to nothing, for its page to say.
struct UploadRefusal: Sendable {
  let status: Int
  let text: String
}

extension WebApplication {
  /// Reads a form with one file, counted while it comes in.
  /// - Returns: neither: it is no form of a page of ours.
  func received(
    _ visit: Visit, atMost largest: Int
  ) async throws -> (UploadedFile?, UploadRefusal?) {
    let login = visit.session?.account.login ?? "-"
    let received = try await uploads.receive(by: login, settings.evidence) {
      try await receive(visit, atMost: largest)
    }
    if let received { return received }
    return (
      nil,
      UploadRefusal(
        status: 503,
        text: visit.frame.say(
          "Đang có nhiều tệp cùng được gửi lên; chờ ít phút rồi gửi lại.",
          "Many files are coming in; wait some minutes and send it again."))
    )
  }

  private func receive(
    _ visit: Visit, atMost largest: Int
  ) async throws -> (UploadedFile?, UploadRefusal?) {
    let frame = visit.frame
    guard let stream = visit.request.stream, visit.isUpload, let token = visit.session?.formToken,
      let folder = settings.evidence.folder
    else {
      return (
        nil, UploadRefusal(status: 415, text: frame.say("Không đọc được tệp.", "Not readable."))
      )
    }
    var limits = MultipartLimits()
    limits.file = largest
    do {
      let (reading, received) = try await UploadReading.whole(
        stream, visit.request, limits, token: token, folder: folder)
      guard let file = received.file, let place = await reading.place else {
        return (
          nil, UploadRefusal(status: 422, text: frame.say("Chưa chọn tệp.", "No file is chosen."))
        )
      }
      return (
        UploadedFile(
          fields: received.fields, name: String(file.name.prefix(80)), place: place,
          reading: reading), nil
      )
    } catch let fault as UploadFault {
      return (nil, refusal(of: fault, atMost: largest, frame))
    } catch is BodyStream.Failure {
      return (
        nil,
        UploadRefusal(
          status: 408,
          text: frame.say("Đường truyền bị ngắt; gửi lại.", "The connection broke; send it again."))
      )
    }
  }

  private func refusal(
    of fault: UploadFault, atMost largest: Int, _ frame: PageFrame
  ) -> UploadRefusal? {
    switch fault {
    case .token: nil
    case .form(.fileTooLong), .form(.formTooLong):
      UploadRefusal(
        status: 413,
        text: frame.say(
          "Tệp lớn quá \(largest / 1_000_000) MB.",
          "The file is larger than \(largest / 1_000_000) MB."))
    case .unwritable:
      UploadRefusal(
        status: 507,
        text: frame.say(
          "Máy chủ không ghi được tệp (có thể đĩa đã đầy).",
          "The server cannot write it (its disk may be full)."))
    case .form, .text, .severalFiles, .refused, .scanned:
      UploadRefusal(
        status: 400, text: frame.say("Không đọc được biểu mẫu.", "The form cannot be read."))
    }
  }
}
