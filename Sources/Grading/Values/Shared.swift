/// Values behind one reference, for what is passed around often and hardly ever changed; a change
/// makes another object.
final class Shared<Values: Sendable>: Sendable {
  let values: Values

  init(_ values: Values) { self.values = values }

  func changed(_ change: (inout Values) -> Void) -> Shared {
    var values = values
    change(&values)
    return Shared(values)
  }
}
