#!/usr/bin/env bash
# Prints "commit=…" when the tag names the version of package.json and stands on the main branch; else says why it does not.
set -euo pipefail
tag="$1"
main="${2:-origin/main}"

fail() {
  printf '::error::%s\n' "$1" >&2
  exit 1
}

version="$(node -p 'require("./package.json").version')"
[[ "$tag" == "v$version" ]] || fail "The tag is $tag, and package.json has the version $version."

commit="$(git rev-parse --verify --quiet "refs/tags/$tag^{commit}")" || fail "There is no tag $tag."
[[ "$commit" == "$(git rev-parse HEAD)" ]] || fail "What is checked out is not the commit of $tag."
git merge-base --is-ancestor "$commit" "$main" || fail "The commit of $tag is not on the main branch."

printf 'commit=%s\n' "$commit"
