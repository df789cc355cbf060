internal import Diagnostics

extension KeeperFailure {
  /// For the person at the terminal: every problem with its place.
  package var text: String {
    switch self {
    case .unusable(let diagnostics):
      TextRenderer(language: .vietnamese).render(diagnostics.filter { $0.severity == .error })
    case .noLog(let folder): DataFailure.noLog(folder).wording.vietnamese
    case .unknownUnit(let unit): "không có đơn vị `\(unit)`"
    case .unwritable(let problem): problem.message.vietnamese
    }
  }
}
