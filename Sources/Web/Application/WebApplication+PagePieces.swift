internal import Diagnostics
internal import Logging
internal import Reports
internal import Store

/// Files in pieces as the script of a unit's shelf sends them; it reads numbers, and shows words.
extension WebApplication {
  func beginPieces(_ visit: Visit, _ unit: String) throws -> WebResponse {
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let form = visit.form
      let digest = form[ShelfForm.sha256]
      guard let size = Int(form["size"]), !form["name"].isEmpty, form["name"].utf8.count <= 500,
        digest.isEmpty || APIWord.digest.admits(digest)
      else {
        return told(400, visit.frame.say("Không đọc được biểu mẫu.", "It cannot be read."))
      }
      let promised = Promised(
        name: form["name"], size: size, sha256: digest.isEmpty ? nil : digest)
      switch try begin(promised, Upload(visit: visit, work: work, unit: unit)) {
      case .success(let pieces): return told(200, pieces.received, pieces.upload.id)
      case .failure(let refusal): return told(refusal.status, refusal.text)
      }
    }
  }

  /// How much is there.
  func countPieces(_ visit: Visit, _ unit: String, _ id: String) throws -> WebResponse {
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      guard let pieces = try pieces(id, Upload(visit: visit, work: work, unit: unit)) else {
        return told(404, ShelfWords(visit.frame).noPieces)
      }
      return told(200, pieces.received)
    }
  }

  func takePiece(_ visit: Visit, _ unit: String, _ id: String) async throws -> WebResponse {
    let words = ShelfWords(visit.frame)
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let upload = Upload(visit: visit, work: work, unit: unit)
      guard let stream = visit.request.stream, visit.isPiece,
        let offset = visit.request.query["tu"].flatMap(Int.init)
      else { return problem(visit, 415, visit.frame.say("Không đọc được", "Not readable"), "") }
      guard let pieces = try pieces(id, upload) else { return told(404, words.noPieces) }
      do {
        switch try await write(stream, at: offset, to: pieces, upload) {
        case nil: return told(503, words.busy)
        case .gone: return told(404, words.noPieces)
        case .received(let count): return told(200, count)
        case .elsewhere(let count), .busy(let count): return told(409, count)
        case .tooLong(let count): return told(413, count)
        }
      } catch let problem as ReceivedFile.Unwritable {
        let refusal = refusal(for: .unwritable(problem), unit, visit.frame)
        return told(refusal.status, refusal.text)
      } catch is BodyStream.Failure {
        return told(408, words.slow)
      }
    }
  }

  private func told(_ status: Int, _ received: Int, _ id: String? = nil) -> WebResponse {
    var json = JSONWriter(indented: false)
    json.object {
      if let id { $0.member("upload", id) }
      $0.member("received", received)
    }
    return WebResponse(status, type: "application/json", json.bytes)
  }

  private func told(_ status: Int, _ text: String) -> WebResponse {
    var json = JSONWriter(indented: false)
    json.object { $0.member("text", text) }
    return WebResponse(status, type: "application/json", json.bytes)
  }
}
