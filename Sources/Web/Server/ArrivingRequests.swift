internal import Synchronization

/// Requests whose bodies still come in, counted over all and by where they come from.
final class ArrivingRequests: Sendable {
  private struct Counts {
    var all = 0
    var ofAddresses: [String: Int] = [:]
  }

  private let counts = Mutex(Counts())

  /// - Returns: whether there is room for one more; then `end` has to follow.
  func begin(_ address: String, _ settings: WebServer.Settings) -> Bool {
    counts.withLock { counts in
      let own = counts.ofAddresses[address] ?? 0
      guard counts.all < settings.mostArriving, own < settings.mostArrivingFromOne else {
        return false
      }
      counts.all += 1
      counts.ofAddresses[address] = own + 1
      return true
    }
  }

  func end(_ address: String) {
    counts.withLock { counts in
      counts.all -= 1
      let own = (counts.ofAddresses[address] ?? 1) - 1
      counts.ofAddresses[address] = own == 0 ? nil : own
    }
  }
}
