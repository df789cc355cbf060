internal import Logging
internal import Reports

/// What somebody is told whose document was not taken.
extension WebApplication {
  /// The page once more, with what was typed.
  func refused(
    _ upload: Upload, _ status: Int, _ text: String, _ faults: [String: String] = [:]
  ) -> WebResponse {
    var fields = DocumentFields()
    fields.values = upload.form.values
    fields.faults = faults
    return shelfPage(
      upload.visit, upload.work, UnitShelf(upload.work.drafted), upload.place, fields,
      item: upload.form["item"], notice: text, isBad: true, status)
  }

  func refused(_ upload: Upload, _ fault: UploadFault) throws -> WebResponse {
    let frame = upload.frame
    let words = ShelfWords(frame)
    switch fault {
    case .token:
      return try refused(
        upload.visit, "token",
        frame.say(
          "Trang này đã cũ (phiên làm việc khác). Tải lại trang rồi gửi lại.",
          "This page belongs to another session. Load it again, then send it again."))
    case .form(.fileTooLong):
      let most = words.size(settings.evidence.largestFile)
      return refused(
        upload, 413, frame.say("Tệp lớn hơn \(most).", "The file is larger than \(most)."))
    case .form(.formTooLong), .form(.fieldTooLong), .form(.tooManyParts):
      return refused(upload, 413, frame.say("Biểu mẫu quá dài.", "The form is too long."))
    case .form(.truncated):
      return refused(
        upload, 400,
        frame.say(
          "Đường truyền bị ngắt giữa chừng, chưa lưu gì; tải lại tệp.",
          "The connection broke; nothing was kept. Send it again."))
    case .form(.fileNameTooLong):
      return refused(
        upload, 400, frame.say("Tên tệp quá dài.", "The file's name is too long."))
    case .form, .text:
      return refused(
        upload, 400, frame.say("Không đọc được biểu mẫu.", "The form cannot be read."))
    case .severalFiles:
      return refused(
        upload, 400, frame.say("Mỗi lần chỉ gửi một tệp.", "One file at a time."))
    case .refused(let refusal): return refused(upload, 422, words.refused(refusal))
    case .scanned(let line):
      logger.warning(
        "evidence refused by the scanner", metadata: ["unit": "\(upload.unit)", "said": "\(line)"])
      return refused(
        upload, 422,
        frame.say(
          "Chương trình quét không cho qua tệp này (có thể nhiễm mã độc); kiểm tra máy rồi thử tệp khác.",
          "The scanner does not let this file pass: it may carry malware."))
    case .unwritable(let problem):
      logger.error("evidence cannot be written", metadata: ["error": "\(problem.error)"])
      return refused(
        upload, problem.isFull ? 507 : 500,
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
