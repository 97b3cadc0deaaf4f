// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target; each flag names its proposal.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    .treatAllWarnings(as: .error),  // SE-0480
]

let asyncHTTPClient: Target.Dependency = .product(
    name: "AsyncHTTPClient", package: "async-http-client")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A library target with the house settings.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A test target with the house settings.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "riktmarke",
    products: [
        .executable(name: "riktmarke", targets: ["riktmarke"]),
        .executable(name: "riktmarke-etl", targets: ["riktmarke-etl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(
            url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // Layer 0: C libraries, values, pure functions.
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // Headers only: the library is opened when a workbook is written (ADR 0048).
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        library("Checksums", ["CLibCrypto"]),
        library("Diagnostics"),
        library("Indicators"),
        library("Statistics"),
        library("Tabular"),
        library("Cases", ["Indicators", "Statistics"]),
        library("Workbook", ["CExpat", "CZip"]),

        // Layer 1: the database server, seen from outside our domain.
        library("Postgres", ["CLibPQ"]),
        library("LocalServer", ["Diagnostics", subprocess, systemPackage]),
        .executableTarget(name: "embed-sql", swiftSettings: strict),
        .executableTarget(
            name: "bench-kolada", dependencies: ["Kolada", "KoladaSource", systemPackage],
            swiftSettings: strict),
        .plugin(name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-sql"]),
        .target(
            name: "WarehouseSQL", path: "sql", exclude: ["README.md"], swiftSettings: strict,
            plugins: ["EmbedSQL"]),

        // What `make vectors` runs; no part of the two tools.
        .executableTarget(
            name: "check-vectors", dependencies: ["Statistics", "Tabular"], swiftSettings: strict),

        // Layer 2: where SQL and domain meet; where sources are read.
        library(
            "Warehouse",
            ["Cases", "Diagnostics", "Indicators", "Postgres", "Statistics", "WarehouseSQL"]),
        library(
            "SourceAdapters",
            ["Cases", "Checksums", "Diagnostics", "Indicators", "Tabular", "Workbook", yams]),
        library(
            "DocumentText",
            [
                "CLibXML", "Checksums", "Diagnostics", "Tabular", "Workbook", subprocess,
                systemPackage,
            ]),
        library(
            "Reports",
            [
                "Checksums", "Diagnostics", "DocumentText", "Indicators", "SourceAdapters",
                "Tabular", yams,
            ]),
        library("Kolada", ["Diagnostics", "Indicators"]),
        library("Snapshots", ["CZlib", "Checksums", "Diagnostics", systemPackage]),
        library(
            "KoladaSource",
            ["Diagnostics", "Indicators", "Kolada", "Snapshots", systemPackage]),
        library(
            "KoladaClient", ["KoladaSource", asyncHTTPClient, nioCore, nioHTTP1]),

        // Layer 3: the load and the comparison.
        library(
            "Pipeline",
            [
                "Cases", "Diagnostics", "Indicators", "Postgres", "SourceAdapters", "Statistics",
                "Tabular", "Warehouse",
            ]),
        library(
            "KoladaLoading",
            [
                "Checksums", "Diagnostics", "Indicators", "Kolada", "KoladaSource", "Pipeline",
                "Postgres", "Snapshots", "SourceAdapters", "Warehouse", systemPackage,
            ]),
        library(
            "ReportLoading",
            [
                "Diagnostics", "Indicators", "Pipeline", "Postgres", "Reports", "SourceAdapters",
                "Warehouse",
            ]),
        library(
            "Comparison", ["Diagnostics", "Indicators", "Postgres", "Statistics", "Warehouse"]),

        // Layer 4: what people see.
        library("Reporting", ["Diagnostics", "Indicators"]),
        library("Charts", ["Diagnostics", "Indicators", "Reporting", subprocess, systemPackage]),
        library("Spreadsheets", ["CXLSXWriter", "Diagnostics", "Indicators", "Reporting"]),
        library(
            "CommandSupport",
            [
                "CMalloc", "Diagnostics", "Indicators", "LocalServer", "Postgres", "Reporting",
                "Spreadsheets", "Warehouse", argumentParser,
            ]),
        library(
            "Monitoring",
            ["Diagnostics", "Indicators", "Pipeline", "Reporting", "Warehouse", logging]),

        library(
            "ComparisonReports",
            [
                "Charts", "CommandSupport", "Comparison", "Diagnostics", "Indicators", "Postgres",
                "Reporting", "Statistics", "Warehouse",
            ]),

        // Layer 5: the two tools.
        .executableTarget(
            name: "riktmarke",
            dependencies: [
                "Charts", "CommandSupport", "Comparison", "ComparisonReports", "Diagnostics",
                "Indicators", "Postgres", "Reporting", "Spreadsheets", "Statistics", "Tabular",
                "Warehouse", argumentParser,
            ], swiftSettings: strict),
        .executableTarget(
            name: "riktmarke-etl",
            dependencies: [
                "Cases", "Charts", "CommandSupport", "Comparison", "ComparisonReports",
                "Diagnostics", "Indicators", "Kolada", "KoladaClient", "KoladaLoading",
                "LocalServer", "Monitoring", "Pipeline", "Postgres", "ReportLoading", "Reporting",
                "Reports", "SourceAdapters", "Spreadsheets", "Warehouse", argumentParser, logging,
                systemPackage,
            ], swiftSettings: strict),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: [
                "Diagnostics", "LocalServer", "Postgres", "Warehouse", subprocess, systemPackage,
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("IndicatorsTests", ["Indicators"]),
        tests("StatisticsTests", ["Statistics"]),
        tests("TabularTests", ["Tabular"]),
        tests("CasesTests", ["Cases", "Checksums", "Indicators", "TestSupport"]),
        tests("WorkbookTests", ["CZip", "Workbook"]),
        tests("PostgresTests", ["LocalServer", "Postgres", "TestSupport", systemPackage]),
        tests("LocalServerTests", ["LocalServer", "TestSupport"]),
        tests(
            "WarehouseTests",
            [
                "Cases", "Diagnostics", "Indicators", "Postgres", "TestSupport", "Warehouse",
                "WarehouseSQL",
            ]),
        tests(
            "SourceAdaptersTests",
            ["Cases", "Diagnostics", "Indicators", "SourceAdapters", "Tabular"]),
        tests("DocumentTextTests", ["CZip", "Diagnostics", "DocumentText"]),
        tests(
            "ReportsTests",
            [
                "Diagnostics", "DocumentText", "Indicators", "Reports", "SourceAdapters",
                "TestSupport",
            ]),
        tests("KoladaTests", ["Diagnostics", "Indicators", "Kolada", "TestSupport"]),
        tests("SnapshotsTests", ["Checksums", "Snapshots", "TestSupport", systemPackage]),
        tests(
            "KoladaSourceTests",
            [
                "Diagnostics", "Indicators", "Kolada", "KoladaSource", "Snapshots", "TestSupport",
                systemPackage,
            ]),
        tests(
            "KoladaClientTests",
            [
                "Diagnostics", "Indicators", "Kolada", "KoladaClient", "KoladaSource", "Snapshots",
                "TestSupport", systemPackage,
            ]),
        tests(
            "PipelineTests",
            [
                "Diagnostics", "Indicators", "LocalServer", "Pipeline", "Postgres",
                "SourceAdapters", "TestSupport", "Warehouse",
            ]),
        tests(
            "ComparisonTests",
            [
                "Comparison", "Diagnostics", "Indicators", "Postgres", "Statistics", "TestSupport",
                "Warehouse",
            ]),
        tests(
            "MonitoringTests",
            [
                "Diagnostics", "Indicators", "Monitoring", "Pipeline", "TestSupport", "Warehouse",
                logging,
            ]),
        tests("ReportingTests", ["Diagnostics", "Indicators", "Reporting"]),
        tests("ChartsTests", ["Charts", "Diagnostics"]),
        tests(
            "SpreadsheetsTests",
            ["CZlib", "Diagnostics", "Indicators", "Reporting", "Spreadsheets"]),
        tests(
            "CommandSupportTests",
            [
                "CommandSupport", "Diagnostics", "LocalServer", "Postgres", "Reporting",
                "TestSupport",
                argumentParser,
            ]),
        tests("CommandTests", ["TestSupport", subprocess, systemPackage]),
    ],
    swiftLanguageModes: [.v6]
)
