internal import Diagnostics
internal import Grading
internal import Loading
internal import Logging
internal import Reports
internal import Store

/// Requests of programs: the same rights and the same acts as pages have, as JSON.
extension WebApplication {
  /// Answers a request; whatever happens, there is an answer.
  func respondAsAPI(_ visit: inout Visit) async -> WebResponse {
    do {
      return try await answerAsAPI(&visit)
    } catch let problem as APIProblem {
      return problem.response(
        visit.frame, visit.snapshot?.names ?? [:], folder: keeper.folder)
    } catch let failure as KeeperFailure {
      logger.error("round unavailable", metadata: ["reason": "\(failure)"])
      return said(
        .unavailable, "kỳ đánh giá chưa dùng được", "the round cannot be used now", visit)
    } catch {
      // Nothing of what was sent is half written.
      logger.error("request failed", metadata: ["error": "\(error)"])
      return said(
        .internalError, "máy chủ gặp sự cố (có thể đĩa đã đầy); thử lại sau",
        "the server met a problem (the disk may be full); try again", visit)
    }
  }

  private func said(
    _ code: APIProblem.Code, _ vietnamese: String, _ english: String, _ visit: Visit
  ) -> WebResponse {
    APIProblem(code, vietnamese, english).response(visit.frame, [:], folder: keeper.folder)
  }

  private func answerAsAPI(_ visit: inout Visit) async throws -> WebResponse {
    let request = visit.request
    guard let route = APIRoute(request.path) else { throw APIProblem.missing }
    guard let operation = route.operation(request.method) else {
      var problem = APIProblem(
        .method, "chỉ nhận \(route.allowed)", "only \(route.allowed) can be asked for")
      problem.headers = [("allow", route.allowed)]
      throw problem
    }
    switch request.fault {
    case .tooLong:
      throw APIProblem(.tooLarge, "nội dung lớn quá mức cho phép", "the body is too large")
    case .tooSlow: throw APIProblem(.slow, "nội dung đến quá chậm", "the body came too slowly")
    case nil: break
    }
    if operation.isPublic {
      _ = try query(of: request, operation)
      return WebResponse(200, type: "application/json", APIDescription.bytes)
    }
    let session = try session(ofToken: visit)
    visit.session = session
    let faults = operation.ofPath.flatMap { parameter in
      parameter.faults(of: route.parameters[parameter.name] ?? "")
    }
    guard faults.isEmpty else { throw APIProblem.missing }
    let query = try query(of: request, operation)
    let body = try body(of: request, operation)
    let snapshot = try await keeper.snapshot()
    visit.take(snapshot, settings)
    let call = APICall(
      visit: visit, account: session.account, rights: snapshot.rights(at: visit.now.local),
      snapshot: snapshot, path: route.parameters, query: query, body: APIBody(value: body))
    let answer = try await operation.answer(self, call)
    var response =
      answer.file ?? WebResponse(answer.status, type: "application/json", answer.body)
    response.headers.append(("content-language", visit.frame.language.rawValue))
    return response
  }

  // MARK: What was sent

  private func query(
    of request: WebRequest, _ operation: APIOperation
  ) throws(APIProblem) -> [String: String] {
    guard request.isQueryReadable else {
      throw APIProblem(.invalid, "phần sau dấu ? không đọc được", "the query cannot be read")
    }
    let known = operation.query.map(\.name)
    var faults = request.query.keys.filter { !known.contains($0) }.sorted().map { name in
      APIFault(
        .parameter(String(name.prefix(100))), "unknown-parameter", "không có tham số này",
        "there is no such parameter")
    }
    for parameter in operation.query {
      if let text = request.query[parameter.name] { faults += parameter.faults(of: text) }
    }
    guard faults.isEmpty else { throw APIProblem(.invalid, faults) }
    return request.query
  }

  private func body(
    of request: WebRequest, _ operation: APIOperation
  ) throws(APIProblem) -> JSONValue {
    if operation.takesBytes, !request.bringsBytes {
      throw APIProblem(
        .mediaType, "cần \(APIOperation.bytes)", "\(APIOperation.bytes) is wanted")
    }
    guard let shape = operation.body else { return .null }
    let type = request.headers["content-type"]?.lowercased().split(separator: ";").first ?? ""
    guard type.filter({ $0 != " " }) == "application/json" else {
      throw APIProblem(.mediaType, "cần application/json", "application/json is wanted")
    }
    switch JSONText.foreignValue(request.body) {
    case .failure(let fault):
      let before = request.body.prefix(fault.offset)
      let line = before.count { $0 == 0x0A } + 1
      let column = before.reversed().prefix { $0 != 0x0A }.count + 1
      throw APIProblem(
        .malformed, "không phải JSON từ dòng \(line), byte \(column)",
        "no JSON from line \(line), byte \(column)")
    case .success(let value):
      let faults = value.repeatedKeys() + shape.faults(of: value)
      guard faults.isEmpty else { throw APIProblem(.invalid, faults) }
      return value
    }
  }
}

extension APIProblem {
  static let missing = APIProblem(Hindrance.missing)
}

extension APIParameter {
  /// What keeps a text in an address from being what is asked for.
  fileprivate func faults(of text: String) -> [APIFault] {
    shape.faults(of: value(text)).map { fault in
      APIFault(.parameter(name), fault.code, fault.message.vietnamese, fault.message.english)
    }
  }
}

extension JSONValue {
  /// Members of an object that stand there twice: nobody knows which of them is meant.
  fileprivate func repeatedKeys(at place: String = "") -> [APIFault] {
    switch self {
    case .string, .number, .boolean, .null: return []
    case .array(let elements):
      return elements.enumerated().flatMap { $1.repeatedKeys(at: "\(place)/\($0)") }
    case .object(let members):
      var seen: Set<String> = []
      return members.flatMap { member -> [APIFault] in
        let place = "\(place)/\(member.key.prefix(100))"
        let own =
          seen.insert(member.key).inserted
          ? []
          : [
            APIFault(
              .body(place), "repeated-member", "trường này ghi hai lần",
              "this member stands there twice")
          ]
        return own + member.value.repeatedKeys(at: place)
      }
    }
  }
}
