internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import Synchronization

/// The application behind a socket: limits on what comes in, and an end that lets requests finish.
package struct WebServer: Sendable {
  package struct Settings: Sendable {
    package var host: String
    package var port: Int
    /// Requests come through a proxy on this machine, which says from where.
    package var isBehindProxy = false
    /// The most bytes of a form.
    package var longestBody = 256 << 10
    /// The most seconds that a body may take to arrive.
    package var slowestBody = 20
    /// The most requests that are answered at once: each of five hundred users may be waiting for
    /// one while the round is read again.
    package var mostRequests = 512
    /// The most whose bodies still come in, and of those the most from one address: an office may sit
    /// behind one, yet its forms are there within moments.
    package var mostArriving = 1024
    package var mostArrivingFromOne = 128
    /// The most bytes of a body that nobody wants any more which are read all the same, so that the
    /// connection goes on; over more of them it is closed, and so many seconds after the answer, for
    /// whoever still sends to read it.
    package var mostUnwanted = 1 << 20
    package var secondsToLeave: Int64 = 5

    package init(host: String, port: Int) {
      self.host = host
      self.port = port
    }
  }

  private let application: WebApplication
  private let settings: Settings
  private let logger: Logger

  package init(_ application: WebApplication, _ settings: Settings, logger: Logger) {
    self.application = application
    self.settings = settings
    self.logger = logger
  }

  /// Serves until SIGTERM or SIGINT; requests that are being answered are finished first.
  /// - Parameter isListening: is told once the port accepts.
  package func run(isListening: @escaping @Sendable (Int) -> Void) async throws {
    let responder = RequestAnswering(application, settings, logger)
    var http = HTTP1Channel.Configuration(idleTimeout: .seconds(60))
    http.httpDecoder = .init(
      maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
    let server = Application(
      responder: responder, server: .http1(configuration: http),
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { channel in isListening(channel.localAddress?.port ?? 0) },
      logger: logger)
    try await server.runService()
  }
}

/// Turns the server's requests into the application's, and its answers back.
private final class RequestAnswering: HTTPResponder {
  struct Context: InitializableFromSource {
    let address: String
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
      channel = source.channel
      address = source.channel.remoteAddress?.ipAddress ?? "-"
    }
  }

  private let application: WebApplication
  private let settings: WebServer.Settings
  private let logger: Logger
  private let running = Atomic(0)
  private let arriving = ArrivingRequests()

  init(_ application: WebApplication, _ settings: WebServer.Settings, _ logger: Logger) {
    self.application = application
    self.settings = settings
    self.logger = logger
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    var own = WebRequest(
      method(request.method), request.head.path ?? "/", headers: headers(request.head),
      address: address(request, context))
    let count = BodyStream.Count()
    if own.isStreamed {
      own.stream = BodyStream(request.body, count)
    } else if brings(own.headers) {
      // Who sends half of a form and waits takes no place from those who are answered.
      guard arriving.begin(own.address, settings) else { return busy(own, "arriving") }
      defer { arriving.end(own.address) }
      do {
        own.body = try await read(request.body)
      } catch is TooLong {
        own.fault = .tooLong
      } catch is TooSlow {
        own.fault = .tooSlow
      }
    }
    // Programs are told as they are told everything else.
    if let fault = own.fault, !own.isOfProgram {
      return plain(fault == .tooLong ? .contentTooLarge : .requestTimeout)
    }
    let requests = running.wrappingAdd(1, ordering: .relaxed).newValue
    defer { running.wrappingSubtract(1, ordering: .relaxed) }
    guard requests <= settings.mostRequests else { return busy(own, "running") }
    let answer = await application.respond(to: own)
    var fields = HTTPFields()
    if own.fault != nil { fields[.connection] = "close" }
    if own.isStreamed, count.left(of: own.headers["content-length"]) > settings.mostUnwanted {
      fields[.connection] = "close"
      let channel = context.channel
      _ = channel.eventLoop.scheduleTask(in: .seconds(settings.secondsToLeave)) {
        channel.close(promise: nil)
      }
    }
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    if let file = answer.file, own.method != .head {
      return Response(
        status: .init(code: answer.status), headers: fields,
        body: ResponseBody(contentLength: file.count) { writer in
          while let piece = try await file.next() {
            try await writer.write(ByteBuffer(bytes: piece))
          }
          try await writer.finish(nil)
        })
    }
    let content = ByteBuffer(bytes: own.method == .head ? [] : answer.body)
    if own.method == .head {
      fields[.contentLength] = String(answer.file?.count ?? answer.body.count)
    }
    return Response(
      status: .init(code: answer.status), headers: fields, body: .init(byteBuffer: content))
  }

  /// Whether a body follows; what has none is not waited for.
  private func brings(_ headers: [String: String]) -> Bool {
    headers["transfer-encoding"] != nil || headers["content-length"].map { $0 != "0" } ?? false
  }

  private func busy(_ request: WebRequest, _ limit: String) -> Response {
    logger.warning(
      "too many requests",
      metadata: [
        "limit": "\(limit)", "method": "\(request.method)", "path": "\(request.path)",
        "address": "\(request.address)",
      ])
    return plain(.serviceUnavailable)
  }

  private func plain(_ status: HTTPResponse.Status) -> Response {
    var fields = HTTPFields()
    fields[.connection] = "close"
    return Response(status: status, headers: fields)
  }

  private struct TooLong: Error {}
  private struct TooSlow: Error {}

  /// The whole body, counted while it comes.
  private func read(_ body: RequestBody) async throws -> [UInt8] {
    let (most, seconds) = (settings.longestBody, settings.slowestBody)
    return try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await part in body {
          guard bytes.count + part.readableBytes <= most else { throw TooLong() }
          bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw TooSlow()
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  private func method(_ method: HTTPRequest.Method) -> WebRequest.Method {
    switch method {
    case .get: .get
    case .head: .head
    case .post: .post
    case .put: .put
    default: .other
    }
  }

  /// The first of each name; the authority as `host`.
  private func headers(_ head: HTTPRequest) -> [String: String] {
    var headers: [String: String] = [:]
    for field in head.headerFields where headers[field.name.canonicalName] == nil {
      headers[field.name.canonicalName] = field.value
    }
    if let authority = head.authority { headers["host"] = authority }
    return headers
  }

  /// Behind a proxy its own last entry counts; what stands before it anybody can write.
  private func address(_ request: Request, _ context: Context) -> String {
    guard settings.isBehindProxy, let name = HTTPField.Name("x-forwarded-for"),
      let last = request.headers[values: name].last?.split(separator: ",").last
    else { return context.address }
    return String(last.filter { $0.isHexDigit || ".:".contains($0) }.prefix(45))
  }
}
