package import EventLog

extension OpenFile {
  /// Opens the file that a document of a unit's shelf names, for reading.
  /// - Parameters:
  ///   - path: as the shelf has it.
  ///   - folder: the unit's.
  /// - Returns: nil when it is not there, cannot be read or lies outside of the folder.
  package static func evidence(_ path: String, in folder: String) -> OpenFile? {
    guard EvidenceFile.fault(inPath: path) == nil else { return nil }
    if let descriptor = EvidenceFolder(folder).open(file: path) {
      return OpenFile(owning: descriptor)
    }
    guard case .found(let place) = EvidenceFile.locate(path, in: folder) else { return nil }
    return OpenFile(at: place)
  }
}
