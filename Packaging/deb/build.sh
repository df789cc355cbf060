#!/usr/bin/env bash
# Makes the Debian package from release builds that are there.
#
#   Packaging/deb/build.sh OUTPUT
#
# The same commit gives the same bytes: times are those of the commit.
set -euo pipefail
cd "$(dirname "$0")/../.."
output=$(realpath -m "$1")
programs=.build/release
version=$("$programs/parindex" --version | grep -o '[0-9][0-9.]*' | head -1)
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
put() { install -D -m "$1" "$2" "$root/$3"; }

for program in parindex parindex-serve; do
  put 755 "$programs/$program" "usr/bin/$program"
  strip --strip-unneeded "$root/usr/bin/$program"
done
put 755 Packaging/backup usr/lib/parindex/backup
for unit in parindex.service parindex-backup.service parindex-backup.timer; do
  put 644 "Packaging/systemd/$unit" "lib/systemd/system/$unit"
done
put 644 Packaging/sysusers.conf usr/lib/sysusers.d/parindex.conf
put 644 Packaging/tmpfiles.conf usr/lib/tmpfiles.d/parindex.conf
put 644 Packaging/default etc/default/parindex
put 644 Packaging/nginx.conf.example usr/share/doc/parindex/nginx.conf.example
put 644 Packaging/README.md usr/share/doc/parindex/README.md
put 644 README.md usr/share/doc/parindex/PARIndex.md
mkdir -p "$root/usr/share/parindex"
cp -r Criteria "$root/usr/share/parindex/Criteria"
mkdir -p "$root/usr/share/parindex/Submissions"
cp -r Submissions/khanh-hoa-2017 "$root/usr/share/parindex/Submissions/"
rm -f "$root"/usr/share/parindex/Submissions/*/events.jsonl.index*

# Which packages the shared libraries come from.
mkdir -p "$work/debian"
printf 'Source: parindex\n\nPackage: parindex\nArchitecture: %s\n' "$architecture" \
  >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info \
  root/usr/bin/parindex root/usr/bin/parindex-serve 2>/dev/null | sed 's/^shlibs:Depends=//')

mkdir -p "$root/DEBIAN"
size=$(du -sk --exclude=DEBIAN "$root" | cut -f1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: parindex
Version: $version
Architecture: $architecture
Maintainer: PARIndex <parindex@localhost>
Installed-Size: $size
Depends: $depends, fonts-liberation2 | fonts-liberation, passwd
Recommends: nginx, ca-certificates
Section: admin
Priority: optional
Description: grading and ranking of the yearly assessment of administrative reform
 Criteria as files, exact points, evidence gaps, appraisal as a log of events, rankings and papers
 of a Vietnamese province; with the web application for units, appraisers and Sở Nội vụ.
CONTROL
echo /etc/default/parindex >"$root/DEBIAN/conffiles"
for script in postinst prerm postrm; do
  install -m 755 "Packaging/deb/$script" "$root/DEBIAN/$script"
done
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -print | LC_ALL=C sort | cut -c3- |
  tr '\n' '\0' | xargs -0 md5sum >DEBIAN/md5sums)
find "$root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
chmod -R u=rwX,go=rX "$root"

mkdir -p "$output"
dpkg-deb --build --root-owner-group "$root" "$output/parindex_${version}_$architecture.deb"
