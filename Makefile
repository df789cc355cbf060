# Two commands do everything: `make demo` and `make test`.
.PHONY: demo serve deb browser test test-all bench format packages

PARINDEX = .build/release/parindex
# With Swift's own libraries inside: it runs where no Swift is. The Debian libraries stay shared, as
# libxlsxwriter and Pango come no other way.
RELEASE = swift build -c release --product parindex --static-swift-stdlib
ROUND = Submissions/khanh-hoa-2017

# Builds the program and grades the shipped round.
demo: packages
	@$(RELEASE)
	@$(PARINDEX) run $(ROUND) --output output/khanh-hoa-2017

# Builds the web application and serves the shipped round, some days before self-assessment ends, on
# http://127.0.0.1:8080/; the accounts to sign in with are printed when its data are made.
serve: packages
	@swift build -c release --product parindex-serve --static-swift-stdlib
	@[ -e output/web/parindex.sqlite ] || .build/release/parindex-serve demo --data output/web
	@.build/release/parindex-serve serve --data output/web --listen 127.0.0.1:8080

# A Debian package of both programs for machines that have neither Swift nor the internet.
deb: packages
	@$(RELEASE)
	@swift build -c release --product parindex-serve --static-swift-stdlib
	@Packaging/deb/build.sh output

# What CI runs: format, build with warnings as errors, all tests, the shipped data, and people at work
# in a real browser where there is one or it can be installed.
test: packages
	swift format lint --strict --recursive Sources Tests Package.swift
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	.build/debug/parindex check Criteria Submissions
	.build/debug/parindex test Criteria
	Tests/Browser/run.sh .build/debug

# That last part alone. Some minutes.
browser: packages
	swift build
	Tests/Browser/run.sh .build/debug

# What needs more than the Swift toolchain: schemas against a validator, the same results in
# release and under other time zones, languages and thread counts.
test-all: test
	$(RELEASE)
	swift build -c release --product parindex-serve --static-swift-stdlib
	Tests/Browser/run.sh .build/release
	Tests/Slow/serving.sh .build/release/parindex-serve
	Tests/Slow/run.sh $(PARINDEX)

# Speed and size beside what a user would pick instead, in one run.
bench: packages
	$(RELEASE)
	Tests/Benchmarks/run.sh $(PARINDEX)
	Tests/Benchmarks/dossiers.sh $(PARINDEX)

format:
	swift format --in-place --recursive Sources Tests Package.swift

packages:
	@./.ci/packages
