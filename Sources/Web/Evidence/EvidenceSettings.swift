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

  package init() {}

  /// Removes what a server that was killed left half received; before anything comes in.
  package static func sweep(_ folder: String) { ReceivedFile.sweep(folder) }

  var limits: MultipartLimits {
    var limits = MultipartLimits()
    limits.file = largestFile
    return limits
  }
}
