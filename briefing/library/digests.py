"""Digests of what is kept in the cache: BLAKE2 from where `hashlib` has it, which first loads OpenSSL, for two milliseconds."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
