import Dispatch
import Foundation
import Glibc
import Logging
import TestSupport
import Testing

@testable import Web

/// A body that nobody wants any more: a little of it is read, and then the connection is closed.
@Suite struct RefusedBodyTests {
  /// A connection, as a client that never stops sending has it.
  private final class Line: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var patience = timeval(tv_sec: 20, tv_usec: 0)
      setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(UInt16(port).bigEndian)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      let result = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(result == 0)
    }

    deinit { close(descriptor) }

    func send(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// What comes next; empty: nobody is there any more, nil: nothing came in time.
    func receive() async -> String? {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async { [descriptor] in
          var bytes = [UInt8](repeating: 0, count: 65_536)
          let count = recv(descriptor, &bytes, bytes.count, 0)
          let isOver = count == 0 || (count < 0 && errno == ECONNRESET)
          continuation.resume(
            returning: count > 0
              ? String(decoding: bytes[..<count], as: UTF8.self) : isOver ? "" : nil)
        }
      }
    }
  }

  /// What comes up to some text.
  private func receive(_ line: Line, until end: String) async -> String {
    var text = ""
    while !text.contains(end), let more = await line.receive(), !more.isEmpty { text += more }
    return text
  }

  private func head(_ length: Int) -> String {
    "POST /don-vi/so-y-te/tai-lieu HTTP/1.1\r\nhost: a.test\r\n"
      + "content-type: multipart/form-data; boundary=x\r\ncontent-length: \(length)\r\n\r\n"
  }

  @Test(.timeLimit(.minutes(2)))
  func `a short rest is read for the next request, a long one is not`() async throws {
    let world = try await WebWorld()
    var settings = WebServer.Settings(host: "127.0.0.1", port: 0)
    settings.mostUnwanted = 1_000
    settings.secondsToLeave = 1
    let server = WebServer(
      world.application, settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let (ports, told) = AsyncStream.makeStream(of: Int.self)
    let running = Task { try await server.run { told.yield($0) } }
    defer { running.cancel() }
    var listening = ports.makeAsyncIterator()
    let port = try #require(await listening.next())

    let short = try Line(port: port)
    #expect(short.send(head(1_000)))
    let refused = await receive(short, until: "</html>")
    #expect(
      refused.hasPrefix("HTTP/1.1 401") && !refused.lowercased().contains("connection: close"))
    #expect(short.send(String(repeating: "a", count: 1_000)))
    #expect(short.send("GET /health HTTP/1.1\r\nhost: a.test\r\n\r\n"))
    #expect(await receive(short, until: "\"status\"").contains("HTTP/1.1 200"))

    let long = try Line(port: port)
    #expect(long.send(head(1_001)))
    let last = await receive(long, until: "</html>")
    #expect(last.hasPrefix("HTTP/1.1 401") && last.lowercased().contains("connection: close"))
    #expect(long.send(String(repeating: "a", count: 100)))
    var rest = await long.receive()
    while let text = rest, !text.isEmpty { rest = await long.receive() }
    #expect(rest == "", "the connection is closed, whatever still comes")
  }
}
