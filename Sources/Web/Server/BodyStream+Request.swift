internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

extension BodyStream {
  /// The least bytes that have to come while somebody waits, or the connection is given up: half a
  /// minute of some hundred bytes a second is slower than any line that a file of evidence goes over.
  private static let least = 16 << 10
  private static let patience = Duration.seconds(30)
  /// The longest that a whole body may take, in such pauses: an hour.
  private static let mostPauses = 120

  /// How much of a body was read.
  final class Count: Sendable {
    let bytes = Atomic(0)
    let isAtEnd = Atomic(false)

    /// How many bytes still come, as far as the request says how long it is.
    func left(of length: String?) -> Int {
      if isAtEnd.load(ordering: .relaxed) { return 0 }
      guard let whole = length.flatMap(Int.init) else { return .max }
      return max(0, whole - bytes.load(ordering: .relaxed))
    }
  }

  /// A request's body as the server brings it.
  init(_ body: RequestBody, _ count: Count) {
    self.init { take in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for try await part in body {
            count.bytes.add(part.readableBytes, ordering: .relaxed)
            try await take(Array(part.readableBytesView))
          }
          count.isAtEnd.store(true, ordering: .relaxed)
        }
        group.addTask {
          var seen = 0
          for _ in 0..<BodyStream.mostPauses {
            try await Task.sleep(for: BodyStream.patience)
            let now = count.bytes.load(ordering: .relaxed)
            guard now - seen >= BodyStream.least else { throw Failure.slow }
            seen = now
          }
          throw Failure.slow
        }
        defer { group.cancelAll() }
        try await group.next()
      }
    }
  }
}
