import EventLog
import Grading
import Procedure
import TestSupport
import Testing

/// A writer reads only the events of one unit and those of the whole round.
@Suite struct OtherUnitsTests {
  @Test func `other units' events change no refusal of an event about a unit`() throws {
    let rules = try SampleProcedure.rules()
    let proposals = try [
      appraisal(), request(), explanation(answers: 3), explanation(answers: 12), decision(),
      submission("2017-12-21T08:00:00"), lock(unit: "so-y-te"), unlock(),
      reconsideration("2018-01-25T08:00:00"), answer(to: 5), correction(),
    ]
    let kinds = try [
      appraisal(), request(), request(due: nil), explanation(answers: 2), explanation(answers: 5),
      onAgenda(), meeting(), decision(), submission("2017-12-19T08:00:00"), lock(),
      lock(unit: "so-y-te"), unlock(), unlock(unit: nil), publication(.published),
      reconsideration("2018-01-25T08:00:00"), answer(to: 7),
    ]
    var random = SplitMix64(seed: 4)
    var seen: Set<ProcedureRule> = []
    for _ in 0..<100 {
      var all = ProcedureState()
      var own = ProcedureState()
      for sequence in 1...12 {
        var content = kinds[Int(random.next() % UInt64(kinds.count))].content
        if content.unit != nil, random.next() % 2 == 0 { content.unit = "so-tu-phap" }
        let event = RoundEvent(sequence: sequence, previous: nil, content: content)
        all.take(event)
        // The latest time is that of the whole log.
        if content.unit != "so-tu-phap" { own.take(event) } else { own.see(content.time) }
      }
      for proposal in proposals {
        let refusals = rules.refusals(of: proposal, after: own)
        #expect(rules.refusals(of: proposal, after: all) == refusals)
        seen.formUnion(refusals.map(\.rule))
      }
    }
    #expect(seen.isSuperset(of: [.lock, .lockOnce, .unlock, .oneRequest, .openRequest, .agenda]))
  }
}
