package import Store

/// What of files of evidence is decided where the application is started.
package struct EvidenceSettings: Sendable {
  /// Where files stand until they are whole, on the same disk as the round; nil: none is taken.
  package var folder: String?
  package var scanner: FileScanner?
  /// The bytes of one file.
  package var largestFile = 50_000_000
  /// The bytes of all files on a unit's shelf.
  package var largestShelf = 2_000_000_000
  /// The documents on a unit's shelf.
  package var mostDocuments = 1_000
  /// The files that come in at once, and of those the most from one account.
  package var mostUploads = 32
  package var mostUploadsOfOne = 2
  /// The files that come in pieces, over a day, and of those the most from one account.
  package var mostInPieces = 256
  package var mostInPiecesOfOne = 4

  package init() {}

  /// Removes what a server that was killed left half received, and nobody goes on with; before
  /// anything comes in.
  package static func sweep(_ folder: String, _ store: Store, at time: Int64) throws {
    ReceivedFile.sweep(folder, besides: try store.openUploads(at: time))
  }

  var limits: MultipartLimits {
    var limits = MultipartLimits()
    limits.file = largestFile
    return limits
  }
}
