/// The version of the engine, as results name it.
package let engineVersion = "0.2.0"
