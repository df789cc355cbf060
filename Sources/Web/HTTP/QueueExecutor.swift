internal import Dispatch

/// Where an actor works that waits for the disk: on a queue of its own, off the threads that answer
/// requests.
final class QueueExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "parindex.files")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
