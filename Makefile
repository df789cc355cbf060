# Two commands do everything: `make demo` and `make test`.
.PHONY: demo test bench format packages

packages:
	@./.ci/packages

test: packages
	swift format lint --strict --recursive Sources Tests Package.swift
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

format:
	swift format --in-place --recursive Sources Tests Package.swift
