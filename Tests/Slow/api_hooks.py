"""Hooks of schemathesis for api.sh: every request comes from an address of its own.

The server holds back addresses that show many wrong tokens, which the check of wrong tokens would
run into; that it does so is tested elsewhere. The server stands behind a proxy that says where
requests come from: this.
"""

import itertools

import schemathesis

numbers = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    number = next(numbers)
    case.headers = case.headers or {}
    case.headers["X-Forwarded-For"] = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
