internal import Grading

/// Tests what is left of a rule once the facts, the unit and the source allow it.
struct RuleTest {
  unowned(unsafe) let reader: RecordReader
  let record: Record
  let dossier: DossierTimes
  let unit: Int

  private var plan: PlanLookups { reader.plan }
  private var columns: RecordColumns { reader.columns }

  func holds(_ place: Int) -> Bool {
    let rule = plan.compiled + place
    if rule.pointee.turnedLateFrom != Int32.min {
      guard dossier.hasDue, plan.bound(of: dossier.due) >= rule.pointee.turnedLateFrom else {
        return false
      }
    }
    if rule.pointee.channels != UInt8.max,
      reader.words.channel(record, columns).0 & rule.pointee.channels == 0
    {
      return false
    }
    if rule.pointee.domains >= 0, !matches(columns.domain, Int(rule.pointee.domains)) {
      return false
    }
    if rule.pointee.statuses >= 0, !matches(columns.status, Int(rule.pointee.statuses)) {
      return false
    }
    if rule.pointee.subset >= 0, !isIn(subset: Int(rule.pointee.subset)) { return false }
    if rule.pointee.stepDay >= 0, !isOnOutageDay(rule.pointee.stepDay) { return false }
    if let share = rule.pointee.share, !takes(share.numerator, share.denominator, share.base) {
      return false
    }
    if rule.pointee.decisions | (rule.pointee.causes == 0 ? 0 : 1) != 0 {
      return isExplained(rule.pointee.decisions, rule.pointee.causes)
    }
    return true
  }

  private func matches(_ column: Int, _ table: Int) -> Bool {
    guard column >= 0 else { return false }
    let (text, length) = record.field(column)
    if plan.tables[table].value(text, length) >= 0 { return true }
    let last = length > 0 ? text[length - 1] : 0
    guard length > 0, text[0] <= CSV.blank || last <= CSV.blank else { return false }
    return plan.tables[table].contains(record.text(column))
  }

  private func isIn(subset: Int) -> Bool {
    guard columns.procedure >= 0 else { return false }
    let (code, length) = record.field(columns.procedure)
    let subsets = plan.procedureTable.value(code, length)
    return subsets > 0 && subsets >> subset & 1 == 1
  }

  private func isOnOutageDay(_ moment: Int32) -> Bool {
    let outages = plan.outages + plan.outageOfUnit[unit]
    guard moment == StepMoment.reachedCode else {
      return dossier.hasReady && outages.pointee.touchesDay(of: dossier.ready)
    }
    let (id, length) = record.field(columns.dossier)
    let step = plan.stepTable.value(id, length)
    return step >= 0 && outages.pointee.touchesDay(of: plan.reached[step])
  }

  private func takes(_ numerator: Int64, _ denominator: Int64, _ base: OutageBase) -> Bool {
    let (minutes, whole) = plan.outageMinutes(dossier, unit, base)
    return minutes > 0
      && Int128(minutes) * Int128(denominator) >= Int128(whole) * Int128(numerator)
  }

  private func isExplained(_ decisions: UInt8, _ causes: UInt64) -> Bool {
    let (id, length) = record.field(columns.dossier)
    let place = plan.explanationTable.value(id, length)
    guard place >= 0 else { return false }
    if decisions != 0, decisions & plan.decisions[place] == 0 { return false }
    return causes == 0 || causes & plan.causes[place] != 0
  }
}

extension PlanLookups {
  /// Minutes of outages while a dossier was worked on, and what they are a share of.
  func outageMinutes(_ dossier: DossierTimes, _ unit: Int, _ base: OutageBase) -> (Int, Int) {
    let table = outages + outageOfUnit[unit]
    let isWorking = base == .working || measuresWorking
    // One that is open is worked on until the window ends.
    let until = dossier.finished == RecordTimes.absent ? end : min(dossier.finished, end)
    let minutes = table.pointee.minutes(from: dossier.received, to: until, working: isWorking)
    let whole = table.pointee.duration(
      from: dossier.received, to: base == .term ? dossier.due : until, working: isWorking)
    return (minutes, whole)
  }
}
