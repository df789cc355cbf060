// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let bigIntegers: Target.Dependency = .product(name: "BigInt", package: "BigInt")
let cryptography: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let passwords: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let tokens: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let client: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let server: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let serverParts: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let serverCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let http: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let headers: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
  name: "PARIndex",
  products: [
    .executable(name: "parindex", targets: ["parindex"]),
    .executable(name: "parindex-serve", targets: ["parindex-serve"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: [
    // One vocabulary for every problem found in a file.
    library("Diagnostics", []),

    // YAML through Debian's libyaml: the only unsafe YAML code.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    library("YAMLReading", ["CLibYAML", "Diagnostics"]),

    // The pure core: no files, no clock, no locale.
    library("Grading", ["Diagnostics", bigIntegers]),
    // What happened in a round: an append-only file in which every line names the one before it.
    library("EventLog", ["Grading", "Diagnostics", cryptography]),
    // Who may do what in a round, and when: events that the rules of procedure refuse.
    library("Procedure", ["EventLog", "Grading", "Diagnostics"]),
    // Bit masks of bytes with the machine's widest vectors, as a C header.
    .systemLibrary(name: "CByteScan"),
    .systemLibrary(name: "CMalloc"),
    // Compressed exports through Debian's zlib.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Workbooks: written by Debian's libxlsxwriter, read through its minizip and expat.
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // Papers: lines by Debian's Pango, pages by its Cairo.
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    // The only code that calls the libraries for workbooks.
    library("Spreadsheets", ["CXlsxWriter", "CMinizip", "CExpat", "Diagnostics"]),
    library("DossierCounting", ["CByteScan", "CZlib", "Grading", "Diagnostics"]),

    // Files to values, and values to what people read.
    library(
      "Loading",
      [
        "Procedure", "EventLog", "Grading", "DossierCounting", "YAMLReading", "Diagnostics",
        cryptography,
      ]),
    library("Reports", ["Procedure", "EventLog", "Grading", "DossierCounting", "Diagnostics"]),

    // Papers as values, set as PDF or written as DOCX: the only code that knows Pango and Cairo.
    library("Typesetting", ["CPangoCairo", "CMinizip", "Spreadsheets", "Diagnostics"]),

    // What stands in the papers of a round: annexes, reports, notices, minutes, sheets of units.
    library(
      "Papers",
      [
        "Typesetting", "Loading", "Reports", "EventLog", "Grading", "YAMLReading", "Diagnostics",
      ]),

    // The one writer of pages that escapes all text, and how pages look.
    library("HTMLWriting", []),
    // The pages that the public reads, as files that need no server.
    library("Site", ["HTMLWriting", "Loading", "Reports", "Grading", "Diagnostics"]),

    // Forms that units fill in, and tables of criteria, with Excel or LibreOffice: out and back.
    library(
      "Workbooks",
      ["Spreadsheets", "Loading", "Reports", "Grading", "YAMLReading", "Diagnostics"]),

    // A round with all it stood on in one archive, and whether such an archive holds.
    library(
      "Bundles",
      [
        "CMinizip", "Loading", "Reports", "EventLog", "DossierCounting", "Grading", "YAMLReading",
        "Diagnostics", cryptography,
      ]),

    // Closing a round's dossier figures: the steps that the command and the application take alike.
    library("Closing", ["Loading", "Reports", "DossierCounting", "Diagnostics"]),

    // Made-up rounds: the shipped sample, and rounds of any size to measure with.
    library(
      "RoundGenerator",
      ["EventLog", "Loading", "Grading", "YAMLReading", "Diagnostics"]),
    .executableTarget(
      name: "parindex",
      dependencies: [
        "CMalloc", "Papers", "Typesetting", "Site", "Workbooks", "Bundles", "Closing", "Loading",
        "Procedure", "Reports", "RoundGenerator", "EventLog",
        "Grading", "DossierCounting", "YAMLReading", "Diagnostics", arguments,
      ],
      swiftSettings: strict),

    // What the web application keeps that is not the round: accounts, sessions, drafts, sign-ins.
    library("Store", [database, cryptography, passwords]),
    // Signing in through a province's OpenID Connect provider: the only code that asks other servers.
    library("OpenID", [tokens, client, serverCore, http, cryptography]),
    // The web application: pages as functions of models, rights in one place; the only target that
    // knows the server.
    library(
      "Web",
      [
        "HTMLWriting", "Store", "OpenID", "Workbooks", "Papers", "Typesetting", "Site", "Bundles",
        "Closing", "Loading", "Reports", "Procedure", "EventLog", "DossierCounting", "Grading",
        "Diagnostics", cryptography, server, serverParts, serverCore, headers, logging,
      ]),
    // A provider of the tests' own, that any mistake can be asked of.
    .target(
      name: "TestProvider", dependencies: ["OpenID", tokens, cryptography, passwords],
      path: "Tests/TestProvider", swiftSettings: strict),
    tests("OpenID", ["OpenID", "TestProvider"]),
    .executableTarget(
      name: "parindex-serve",
      dependencies: [
        "Web", "Store", "OpenID", "Loading", "Procedure", "Reports", "EventLog", "Grading",
        "Diagnostics", arguments, logging,
      ],
      swiftSettings: strict),

    // A regular target, so that every test target can use it.
    .target(
      name: "TestSupport", dependencies: ["CMinizip", "Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: strict),
    // Small rounds built by hand, for tests of what is made of a round.
    .target(
      name: "TestRounds", dependencies: ["Grading", "Diagnostics"], path: "Tests/TestRounds",
      swiftSettings: strict),
    // Workbooks as they come back from people and their programs.
    .target(
      name: "TestWorkbooks", dependencies: ["Spreadsheets"], path: "Tests/TestWorkbooks",
      swiftSettings: strict),
    tests("Diagnostics", ["Diagnostics", "TestSupport"]),
    // Adds events to a log until it is stopped, for tests that kill it or let two run at once.
    .executableTarget(
      name: "LogAppender", dependencies: ["EventLog", "Diagnostics"],
      path: "Tests/LogAppender", swiftSettings: strict),
    tests("EventLog", ["EventLog", "LogAppender", "Grading", "Diagnostics", "TestSupport"]),
    tests("Procedure", ["Procedure", "EventLog", "Grading", "Diagnostics", "TestSupport"]),
    tests("Spreadsheets", ["Spreadsheets", "Diagnostics", "TestSupport"]),
    tests(
      "Workbooks",
      [
        "Workbooks", "Spreadsheets", "Loading", "Reports", "Grading", "Diagnostics", "TestSupport",
        "TestWorkbooks",
      ]),
    tests("YAMLReading", ["YAMLReading", "Diagnostics", "TestSupport"]),
    tests(
      "Grading", ["Grading", "Loading", "Diagnostics", "TestSupport", "TestRounds", bigIntegers]),
    tests(
      "DossierCounting", ["DossierCounting", "Loading", "Grading", "Diagnostics", "TestSupport"]),
    tests(
      "Loading",
      [
        "Loading", "Procedure", "RoundGenerator", "EventLog", "DossierCounting", "Grading",
        "YAMLReading", "Diagnostics", "TestSupport",
      ]),
    tests(
      "Reports",
      [
        "Reports", "Loading", "DossierCounting", "Grading", "YAMLReading", "Diagnostics",
        "TestSupport", "TestRounds",
      ]),
    tests(
      "Site",
      [
        "Site", "HTMLWriting", "Loading", "Reports", "Grading", "Diagnostics", "TestSupport",
        "TestRounds",
      ]),
    tests("Typesetting", ["Typesetting", "Diagnostics", "TestSupport"]),
    tests(
      "Papers",
      [
        "Papers", "Typesetting", "Loading", "Reports", "EventLog", "Grading", "Diagnostics",
        "TestSupport", "TestRounds",
      ]),
    tests(
      "Bundles",
      [
        "Bundles", "RoundGenerator", "Loading", "Reports", "EventLog", "Grading", "Diagnostics",
        "TestSupport", cryptography,
      ]),
    tests(
      "RoundGenerator",
      [
        "RoundGenerator", "EventLog", "Loading", "DossierCounting", "Grading", "YAMLReading",
        "Diagnostics", "TestSupport",
      ]),
    tests("Store", ["Store", "TestSupport"]),
    // Asks the application itself: no socket is opened.
    tests(
      "Web",
      [
        "Web", "Store", "OpenID", "TestProvider", "HTMLWriting", "Workbooks", "Spreadsheets",
        "Loading", "Reports", "Procedure", "EventLog", "Grading", "Diagnostics", "TestSupport",
        "TestWorkbooks", logging,
      ]),
    // Runs the program itself; the pages of the shipped round are made once, in the test.
    tests(
      "parindex",
      [
        "parindex", "parindex-serve", "Reports", "Loading", "EventLog", "Grading", "Diagnostics",
        "TestSupport", arguments,
      ]),
  ]
)
