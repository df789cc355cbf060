import Synchronization
import Testing

@testable import Loading

struct MeanwhileTests {
  @Test func `a value is worked out once, whoever asks for it and how often`() {
    for threads in [nil, 1] as [Int?] {
      let times = Atomic(0)
      let value = Meanwhile(threads: threads) { times.wrappingAdd(1, ordering: .relaxed).newValue }
      #expect(inParallel(100, stretch: 1) { _ in value.value } == Array(repeating: 1, count: 100))
      #expect(times.load(ordering: .relaxed) == 1)
    }
  }

  @Test func `where threads are counted nothing is begun before it is asked for`() {
    let times = Atomic(0)
    let value = Meanwhile(threads: 1) { times.wrappingAdd(1, ordering: .relaxed).newValue }
    #expect(times.load(ordering: .relaxed) == 0)
    #expect(value.value == 1)
  }
}
