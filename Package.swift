// swift-tools-version: 6.2
import PackageDescription

// A warning is a mistake that nobody has looked at yet; on a developer's machine it may wait until the build is done.
let isStrict = Context.environment["CI"] != nil

let settings: [SwiftSetting] =
  (isStrict ? [.treatAllWarnings(as: .error)] : []) + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

// The tests walk every scenario of the flows several times: without optimisation that takes longer than to build it.
let walks: [SwiftSetting] =
  Context.environment["UNOPTIMIZED"] == nil ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []

// What a release says of itself in --version; see .ci/release.
let build: [SwiftSetting] =
  Context.environment["FAIRWAY_BUILD"].map { [.unsafeFlags(["-Xcc", "-DFAIRWAY_BUILD=\"\($0)\""])] } ?? []

let package = Package(
  name: "fairway",
  products: [.executable(name: "fairway", targets: ["fairway"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "fairway",
      dependencies: [
        "Wizard", "FlowKit", "TerminalUI", "CNcurses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings + build),
    .target(
      name: "Wizard",
      dependencies: [
        "FlowKit", "TerminalUI", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: settings,
      plugins: ["EmbedPlugin"]),
    .target(
      name: "FlowKit",
      dependencies: ["CYaml"],
      swiftSettings: settings + walks),
    .systemLibrary(name: "CYaml"),
    .target(
      name: "TerminalUI", dependencies: ["CNcurses"], exclude: ["Terminfo"], swiftSettings: settings,
      plugins: ["EmbedPlugin"]),
    .systemLibrary(name: "CNcurses"),
    .executableTarget(name: "Embed", swiftSettings: settings),
    .plugin(name: "EmbedPlugin", capability: .buildTool(), dependencies: ["Embed"], path: "Sources/EmbedPlugin"),
    .target(
      name: "TestSupport", dependencies: ["FlowKit", "Wizard"], path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "FlowKitTests", dependencies: ["FlowKit", "Wizard", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI"], swiftSettings: settings),
    .testTarget(
      name: "WizardTests", dependencies: ["Wizard", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(name: "EndToEndTests", dependencies: ["fairway", "TestSupport"], swiftSettings: settings),
  ]
)
