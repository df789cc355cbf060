import EventLog
import Store
import Testing

@testable import Web

/// Rights that are asked once for many rows say what they say of each.
@Suite struct WorkShareTests {
  @Test(arguments: [
    "2017-12-01T09:00:00", AppraisalWork.during, "2018-01-20T09:00:00", "2018-03-01T09:00:00",
  ])
  func `everybody's part of the work is what they may do or read, row by row`(_ local: String)
    async throws
  {
    let world = try await WebWorld(at: local)
    let snapshot = try await world.keeper.snapshot()
    let rights = snapshot.rights(at: try #require(EventTime(parsing: local)))
    let rows = world.keeper.work(in: snapshot).rows
    #expect(rows.count > 5)
    var accounts = try world.store.accounts()
    // Whoever is in people.yaml may be made an account, whatever they are.
    accounts += rights.people.keys.sorted().map {
      Account(login: "thu", name: "", role: .helperTeam, unit: "so-y-te", person: $0)
    }
    var sizes: Set<Int> = []
    for account in accounts {
      let own = rows.filter { row in
        account.role == .helperTeam
          ? rights.allows(.appraise(row.matter), by: account)
          : rights.allows(.readMatters(row.matter.unit), by: account)
      }
      #expect(
        world.keeper.work(of: account, rights, in: snapshot) == own,
        "\(account.login), \(account.person ?? "-")")
      sizes.insert(own.count)
    }
    #expect(sizes.count > 2, "parts differ from person to person")
  }

  @Test func `how many are in each state adds up`() async throws {
    let world = try await WebWorld(at: AppraisalWork.during)
    let rows = world.keeper.work(in: try await world.keeper.snapshot()).rows
    let waiting = Set(rows.prefix(2).map(\.matter))
    let counts = WorkTable.counts(rows, waiting: waiting)
    #expect(counts.map(\.state) == WorkTable.State.allCases)
    for (state, count) in counts {
      #expect(count == rows.count { $0.state(waiting) == state })
    }
    #expect(counts.first { $0.state == .waiting }?.count == 2)
  }
}
