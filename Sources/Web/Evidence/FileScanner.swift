internal import Glibc
internal import Loading

/// A program that looks for viruses in a file before it is kept; nothing goes through a shell.
package struct FileScanner: Hashable, Sendable {
  enum Verdict: Hashable, Sendable {
    case clean
    /// It said something else, or nothing in time; its first line.
    case found(String)
  }

  /// From the root on.
  package let program: String
  /// How long it may take, in milliseconds.
  package var limit = 120_000

  /// nil: there is no such program.
  package init?(program: String) {
    guard program.hasPrefix("/"), access(program, X_OK) == 0 else { return nil }
    self.program = program
  }

  /// Runs it with the file as its only argument; only the exit code 0 lets the file pass.
  func look(at path: String) -> Verdict {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { return .found("pipe: \(errno)") }
    let process = start(path, output: pipe[1])
    close(pipe[1])
    defer { close(pipe[0]) }
    guard let process else { return .found("cannot be started") }
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(limit)
    let (output, saysNoMore) = read(pipe[0], until: end)
    var status: Int32 = 0
    var isOver = false
    // It may say nothing more and still run.
    while saysNoMore, !isOver, clock.now < end {
      isOver = waitpid(process, &status, WNOHANG) == process
      if !isOver { usleep(2_000) }
    }
    guard isOver else {
      // What it started itself goes with it.
      kill(-process, SIGKILL)
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return .found("took too long")
    }
    if status == 0 { return .clean }
    let line = output.split(separator: 0x0A, omittingEmptySubsequences: true).first ?? []
    return .found(String(decoding: line.prefix(300), as: UTF8.self))
  }

  private func start(_ path: String, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    // Of what the server has open it gets nothing; what is no longer open does no harm.
    for name in FileAccess.names(in: "/proc/self/fd") {
      if let open = Int32(name), open > 2 { posix_spawn_file_actions_addclose(&actions, open) }
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(path), nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [
      strdup("PATH=/usr/local/bin:/usr/bin:/bin"), strdup("LANG=C.UTF-8"), nil,
    ]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let error = posix_spawn(
      &process, program, &actions, &attributes, &arguments, &environment)
    return error == 0 ? process : nil
  }

  /// What it says, as far as that is kept, and whether it said all of it in time.
  private func read(
    _ descriptor: Int32, until end: ContinuousClock.Instant
  ) -> (output: [UInt8], saysNoMore: Bool) {
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4 << 10)
    while true {
      let rest = ContinuousClock().now.duration(to: end).components
      let milliseconds = rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { return (output, false) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(clamping: milliseconds))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return (output, false) }
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return (output, true) }
      if output.count < 4 << 10 { output += piece[..<count] }
    }
  }
}
