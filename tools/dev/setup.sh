# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
# shellcheck shell=sh
#
# What Corten needs of the machine, for ./dev (POSIX sh, sourced). Every function that looks
# at the machine takes what it looks at as arguments, so that tests can show it another machine.

# Compilers, emulators, test library, and what the host tools are built with: Debian 12 and 13.
needed_packages="cmake ninja-build gcc libc6-dev python3 git
gcc-arm-none-eabi picolibc-arm-none-eabi gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf
clang libclang-rt-dev lld llvm libcmocka-dev gdb-multiarch
libexpat1-dev libelf-dev libdw-dev doxygen"
# From backports where the release has an older one.
needed_emulators="qemu-system-arm qemu-system-riscv"
emulator_version=10
# The proofs of the containers (a release without them skips those tests, visibly), and a cache
# that makes building faster.
wished_packages="frama-c-base why3 z3 cvc5 ccache"
# The commands that stand for the packages on a machine without dpkg.
needed_commands="cmake ninja gcc python3 git arm-none-eabi-gcc riscv64-unknown-elf-gcc clang ld.lld
gdb-multiarch qemu-system-arm qemu-system-riscv32"

# missing_packages "PACKAGE…" "EMULATOR…" < lines "package status version": those of the two
# lists that are not installed, or are emulators older than $emulator_version.
missing_packages() {
    awk -v needed="$1" -v emulators="$2" -v least="$emulator_version" '
        $2 == "installed" { have[$1] = 1; version[$1] = $3 }
        function major(v) { sub(/^[0-9]+:/, "", v); return v + 0 }
        END {
            n = split(needed, name)
            for (i = 1; i <= n; i++) if (!(name[i] in have)) print name[i]
            n = split(emulators, name)
            for (i = 1; i <= n; i++)
                if (!(name[i] in have) || major(version[name[i]]) < least) print name[i]
        }'
}

# installed_packages PACKAGE…: lines "package status version".
installed_packages() {
    # shellcheck disable=SC2016 # dpkg-query's own variables
    dpkg-query -W -f='${Package} ${db:Status-Status} ${Version}\n' "$@" 2>/dev/null || :
}

# debian_source SUITE FILE…: the URI of Debian's own archive for SUITE with component main, as
# apt's source files have it, then a line with its Signed-By (may be empty; a key within the
# file keeps its further lines). Nothing when there is none.
# Reads one-line (.list) and deb822 (.sources) files. An entry that is signed with somebody
# else's key, or switched off, is not Debian's; an entry whose address ends in /debian is
# taken rather than one that does not.
debian_source() {
    wanted_suite=$1
    shift
    [ $# -gt 0 ] || return 0
    awk -v suite="$wanted_suite" '
        function offer(uri, key,    points) {
            if (key != "" && key !~ /debian-archive/ && key !~ /BEGIN PGP/) return
            if (key ~ /BEGIN PGP/ && uri !~ /\/debian\/?$/) return
            points = 1 + (key ~ /debian-archive/) + 2 * (uri ~ /\/debian\/?$/) + (uri ~ /^mirror\+/)
            if (points > best) { best = points; best_uri = uri; best_key = key }
        }
        function has(list, word,    part, n, i) {
            n = split(list, part)
            for (i = 1; i <= n; i++) if (part[i] == word) return 1
            return 0
        }
        function stanza_ends(    part) {
            if (has(field["types"], "deb") && has(field["suites"], suite) &&
                has(field["components"], "main") && tolower(field["enabled"]) !~ /^ *(no|false|0)/) {
                split(field["uris"], part)
                key = field["signed-by"]
                sub(/^ +/, "", key)
                offer(part[1], key)
            }
            split("", field)
            name = ""
        }
        FNR == 1 { stanza_ends() }
        FILENAME ~ /\.list$/ {
            sub(/#.*/, "")
            if ($1 != "deb") next
            key = ""
            options = ""
            at = 2
            if ($2 ~ /^\[/) {
                for (; at <= NF; at++) { options = options " " $at; if ($at ~ /\]$/) break }
                at++
                gsub(/[][]/, "", options)
                n = split(options, part)
                for (i = 1; i <= n; i++)
                    if (part[i] ~ /^signed-by=/) key = substr(part[i], 11)
            }
            if ($(at + 1) != suite) next
            for (i = at + 2; i <= NF; i++) if ($i == "main") { offer($at, key); break }
            next
        }
        /^#/ { next }
        /^[ \t]*$/ { stanza_ends(); next }
        /^[ \t]/ { field[name] = field[name] "\n" $0; next }
        {
            colon = index($0, ":")
            name = tolower(substr($0, 1, colon - 1))
            field[name] = " " substr($0, colon + 1)
        }
        END { stanza_ends(); if (best) { print best_uri; print best_key } }' "$@"
}

# backports_stanza CODENAME FILE…: the deb822 stanza of the release's backports, from the same
# mirror and under the same key as the release itself; fails when no such source is known.
backports_stanza() {
    codename=$1
    shift
    found=$(debian_source "$codename" "$@")
    [ -n "$found" ] || return 1
    uri=$(printf '%s\n' "$found" | head -n 1)
    key=$(printf '%s\n' "$found" | tail -n +2)
    printf '# Written by ./dev setup for the emulator.\n'
    printf 'Types: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\n' "$uri" "$codename"
    [ -z "$key" ] || printf 'Signed-By: %s\n' "$key"
}

# The source files of this machine, one a line.
source_files() {
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list \
        /etc/apt/sources.list.d/*.sources; do
        [ ! -f "$file" ] || printf '%s\n' "$file"
    done
}

# as_root COMMAND…: runs it with root's rights, or says how.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        if [ "${CI:-}" = true ]; then sudo -n "$@"; else sudo "$@"; fi
    else
        die "this needs root and there is no sudo: run './dev setup' once as root."
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "$@"
}

# Without dpkg nothing is installed: says which commands are missing.
setup_elsewhere() {
    absent=
    for name in $needed_commands; do
        command -v "$name" >/dev/null 2>&1 || absent="$absent $name"
    done
    [ -z "$absent" ] || die "this is not a Debian system; please install what has these commands:$absent"
}

# setup: installs what is missing; `setup all` also tries again for what is only wished.
setup() {
    command -v dpkg-query >/dev/null 2>&1 || { setup_elsewhere; return; }
    # shellcheck disable=SC2086 # lists of words
    missing=$(installed_packages $needed_packages $needed_emulators |
        missing_packages "$needed_packages" "$needed_emulators")
    # shellcheck disable=SC2086
    wished=$(installed_packages $wished_packages | missing_packages "$wished_packages" "")
    if [ -z "$missing" ]; then
        # A command goes on without the wishes; asked for by name, setup fulfils those it can.
        [ "${1:-}" = all ] || return 0
        wished=$(for name in $wished; do
            ! apt-cache show --no-all-versions "$name" >/dev/null 2>&1 || echo "$name"
        done)
        [ -n "$wished" ] || { echo "Everything that is needed is installed."; return 0; }
    fi
    # shellcheck disable=SC1091 # the machine's own
    release=$(. /etc/os-release && printf %s "${VERSION_CODENAME:-}")

    echo "Corten needs packages that this machine has not:"
    # shellcheck disable=SC2086
    echo " " $missing $wished
    stanza=
    case $missing in *qemu-system*)
        if [ "$release" = bookworm ]; then
            # shellcheck disable=SC2046
            if [ -z "$(debian_source bookworm-backports $(source_files))" ]; then
                # shellcheck disable=SC2046
                stanza=$(backports_stanza bookworm $(source_files)) || die \
                    "found no source of Debian bookworm among apt's sources, so I cannot tell where its backports are; please add bookworm-backports yourself."
                echo "QEMU $emulator_version is not in Debian 12 itself. I add its backports, from your own mirror:"
                echo "  /etc/apt/sources.list.d/corten-backports.sources"
                printf '%s\n' "$stanza" | sed 's/^/    /'
            else
                echo "QEMU comes from Debian 12's backports."
            fi
        fi ;;
    esac
    [ "$(id -u)" = 0 ] || echo "Installing them needs root."

    if [ -n "$stanza" ]; then
        printf '%s\n' "$stanza" |
            as_root tee /etc/apt/sources.list.d/corten-backports.sources >/dev/null
    fi
    as_root apt-get update -q
    emulators=
    others=
    for name in $missing; do
        case $name in qemu-*) emulators="$emulators $name" ;; *) others="$others $name" ;; esac
    done
    # shellcheck disable=SC2086
    [ -z "$others" ] || apt_install $others
    # shellcheck disable=SC2086
    if [ -n "$emulators" ]; then
        if [ "$release" = bookworm ]; then
            apt_install -t bookworm-backports $emulators
        else
            apt_install $emulators
        fi
    fi
    for name in $wished; do
        apt_install "$name" || echo "$name is not to be had here; what needs it is skipped."
    done
    # shellcheck disable=SC2086
    missing=$(installed_packages $needed_packages $needed_emulators |
        missing_packages "$needed_packages" "$needed_emulators")
    # shellcheck disable=SC2086
    [ -z "$missing" ] || die "still missing after installing:" $missing
    echo "Everything that is needed is installed now."
}
