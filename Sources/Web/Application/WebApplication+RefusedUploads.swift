internal import Logging
internal import Reports

/// What somebody is told whose document was not taken.
extension WebApplication {
  /// The page once more, with what was typed.
  func refused(_ upload: Upload, _ refusal: ShelfRefusal) -> WebResponse {
    var fields = DocumentFields()
    fields.values = upload.form.values
    fields.faults = refusal.faults
    return shelfPage(
      upload.visit, upload.work, UnitShelf(upload.work.drafted), upload.place, fields,
      item: upload.form["item"], notice: refusal.text, isBad: true, refusal.status)
  }

  func refused(_ upload: Upload, _ fault: UploadFault) throws -> WebResponse {
    guard fault != .token else {
      return try refused(
        upload.visit, "token",
        upload.frame.say(
          "Trang này đã cũ (phiên làm việc khác). Tải lại trang rồi gửi lại.",
          "This page belongs to another session. Load it again, then send it again."))
    }
    return refused(upload, refusal(for: fault, upload.unit, upload.frame))
  }

  /// A fault in words; what only the operator is to know goes to the log.
  func refusal(for fault: UploadFault, _ unit: String, _ frame: PageFrame) -> ShelfRefusal {
    switch fault {
    case .scanned(let line):
      logger.warning(
        "evidence refused by the scanner", metadata: ["unit": "\(unit)", "said": "\(line)"])
    case .unwritable(let problem):
      logger.error("evidence cannot be written", metadata: ["error": "\(problem.error)"])
    case .form, .text, .token, .noPieces, .unfinished, .otherBytes, .severalFiles, .refused: break
    }
    return ShelfWords(frame).refusal(fault, settings.evidence)
  }
}

extension ShelfWords {
  var takesNone: String { frame.say("Máy chủ chưa nhận tệp.", "The server takes no files.") }

  var busy: String {
    frame.say(
      "Đang có nhiều tệp cùng được tải lên; chờ các tệp kia xong rồi thử lại.",
      "Many files are coming in; wait for the others, then try again.")
  }

  /// - Parameter most: how many of one account may be on their way.
  func crowded(_ most: Int) -> String {
    frame.say(
      "Tài khoản này đang tải lên \(most) tệp khác; chờ một tệp xong, hoặc 15 phút sau phần cuối của tệp bỏ dở, rồi thử lại.",
      "This account is sending \(most) other files; wait until one is done, or for 15 minutes after the last piece of one that was given up, then try again."
    )
  }

  var slow: String {
    frame.say(
      "Đường truyền quá chậm hoặc bị ngắt; chưa lưu gì. Tải lại tệp.",
      "The connection is too slow or broke; nothing was kept. Send it again.")
  }

  func tooLarge(_ settings: EvidenceSettings) -> String {
    let most = size(settings.largestFile)
    return frame.say("Tệp lớn hơn \(most).", "The file is larger than \(most).")
  }

  /// There is no such file in pieces, or not for who asks.
  var noPieces: String {
    frame.say(
      "Không còn tệp đã tải dở này (chỉ giữ một ngày); chọn lại tệp.",
      "This file is not here any more (they stay for a day); choose it once more.")
  }

  fileprivate func refusal(_ fault: UploadFault, _ settings: EvidenceSettings) -> ShelfRefusal {
    switch fault {
    case .noPieces: return ShelfRefusal(409, noPieces)
    case .unfinished:
      return ShelfRefusal(
        409,
        frame.say(
          "Tệp chưa tải lên hết; chọn lại tệp để tải tiếp.",
          "The file is not whole yet; choose it once more to go on."))
    case .otherBytes:
      return ShelfRefusal(
        422,
        frame.say(
          "Tệp nhận được khác với mã kiểm tra toàn vẹn (SHA-256) đã báo; tải lại tệp.",
          "What came is not the file of the digest that was told; send it again."))
    case .form(.fileTooLong): return ShelfRefusal(413, tooLarge(settings))
    case .form(.formTooLong), .form(.fieldTooLong), .form(.tooManyParts):
      return ShelfRefusal(413, frame.say("Biểu mẫu quá dài.", "The form is too long."))
    case .form(.truncated):
      return ShelfRefusal(
        400,
        frame.say(
          "Đường truyền bị ngắt giữa chừng, chưa lưu gì; tải lại tệp.",
          "The connection broke; nothing was kept. Send it again."))
    case .form(.fileNameTooLong):
      return ShelfRefusal(
        400, frame.say("Tên tệp quá dài.", "The file's name is too long."))
    case .form, .text, .token:
      return ShelfRefusal(
        400, frame.say("Không đọc được biểu mẫu.", "The form cannot be read."))
    case .severalFiles:
      return ShelfRefusal(400, frame.say("Mỗi lần chỉ gửi một tệp.", "One file at a time."))
    case .refused(let refusal): return ShelfRefusal(422, refused(refusal))
    case .scanned:
      return ShelfRefusal(
        422,
        frame.say(
          "Chương trình quét không cho qua tệp này (có thể nhiễm mã độc); kiểm tra máy rồi thử tệp khác.",
          "The scanner does not let this file pass: it may carry malware."))
    case .unwritable(let problem):
      return ShelfRefusal(
        problem.isFull ? 507 : 500,
        problem.isFull
          ? frame.say(
            "Máy chủ hết chỗ chứa nên chưa lưu được tệp; dữ liệu đã lưu còn nguyên. Báo người quản trị.",
            "The server has no room for the file; what was saved before is safe.")
          : frame.say(
            "Máy chủ không ghi được tệp; dữ liệu đã lưu còn nguyên. Báo người quản trị.",
            "The server cannot write the file; what was saved before is safe."))
    }
  }
}
