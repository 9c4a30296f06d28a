#!/usr/bin/env bash
# Fetches Debian's source package libime (bookworm, 1.0.16-1), which holds a word trigram model of Chinese, and
# unpacks lm_sc.arpa. Needs a Debian system with apt; changes nothing of it.
set -euo pipefail
folder=$(realpath -m "${1:-.cache/model}")
version=1.0.16-1
apt="$folder/apt"
mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/cache/archives/partial"

# The system's own sources, asked for source packages, in lists of our own.
sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > "$apt/parts/source.sources"
options=(-o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$apt/parts"
  -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o "APT::Sandbox::User=root")
apt-get "${options[@]}" update -q
(cd "$apt" && apt-get "${options[@]}" source -q --download-only "libime=$version")

tar -xJf "$apt/libime_${version%-*}.orig.tar.xz" -C "$apt" --wildcards '*/data/lm_sc.arpa-*.tar.xz'
tar -xJf "$apt"/libime-*/data/lm_sc.arpa-*.tar.xz -C "$folder"
rm -rf "$apt"
echo "$folder/lm_sc.arpa"
