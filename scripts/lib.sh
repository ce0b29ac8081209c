# Shared by run and test: finds out what is missing on this Linux, and installs it if that is possible.
# Meant to be sourced. Does nothing on macOS and Windows, which bring all of it along.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# The release of Rust that Cargo.toml asks for, such as 1.95.
needed_rust() { sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml; }

check_rust() {
  local needed found
  needed=$(needed_rust)
  command -v cargo >/dev/null && command -v rustc >/dev/null ||
    fail "Rust is missing: install Rust $needed or newer from https://rustup.rs, open a new terminal, and run this again."
  found=$(rustc --version | sed 's/^rustc \([0-9]*\.[0-9]*\).*/\1/')
  [ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" = "$needed" ] ||
    fail "Rust $found is too old: run \`rustup update stable\` to get Rust $needed or newer, and run this again."
}

# Prints which family of packages this system uses: apt, dnf, pacman, zypper, or none.
package_family() {
  local tool
  for tool in apt-get dnf pacman zypper; do
    if command -v "$tool" >/dev/null; then
      printf '%s\n' "${tool%-get}"
      return
    fi
  done
  echo none
}

# Whether the dynamic linker knows a library of the machine's own width.
has_library() {
  local cache
  # A system without ldconfig (musl, Nix) cannot be asked: building and starting will tell.
  cache=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null) || return 0
  case $(uname -m) in
  x86_64) grep -qE "^[[:space:]]*${1//./\\.} \(.*x86-64" <<<"$cache" ;;
  *) grep -qF "$1 (" <<<"$cache" ;;
  esac
}

# Installs packages as root or by sudo; otherwise ends with one sentence which names the command.
install_packages() {
  local family=$1 command
  shift
  case $family in
  apt) command="apt-get install -y --no-install-recommends $*" ;;
  dnf) command="dnf install -y $*" ;;
  pacman) command="pacman -S --needed --noconfirm $*" ;;
  zypper) command="zypper --non-interactive install $*" ;;
  *) fail "Cardloom needs libraries which this system lacks ($*): install them with its package manager, and run this again." ;;
  esac
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    # A password can be asked for only where somebody sits at a terminal.
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      root=(sudo)
    else
      fail "Packages are missing: run \`sudo $command\`, and run this again."
    fi
  fi
  say "Installing: $*"
  if [ "$family" = apt ]; then
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 ||
      say "The list of packages could not be refreshed; trying with the old one."
    root+=(env DEBIAN_FRONTEND=noninteractive)
  fi
  # shellcheck disable=SC2086 # the command is a list of words without spaces in them
  "${root[@]}" $command >&2 ||
    fail "The packages could not be installed: run \`sudo $command\` to see why, and run this again."
}

# Each line: what is looked for, then its package on Debian, Fedora, Arch, openSUSE ("-" where the
# system needs none). What begins with lib….so is a library, with / a file, anything else a command.
require() {
  [ "$(uname -s)" = Linux ] || return 0
  local family column what debian fedora arch suse package missing=()
  family=$(package_family)
  while read -r what debian fedora arch suse; do
    [ -n "$what" ] || continue
    case $what in
    lib*.so*) has_library "$what" && continue ;;
    /*) compgen -G "$what" >/dev/null && continue ;;
    *) command -v "$what" >/dev/null && continue ;;
    esac
    case $family in
    apt) package=$debian ;; dnf) package=$fedora ;; pacman) package=$arch ;; zypper) package=$suse ;;
    *) package=$what ;;
    esac
    [ "$package" = - ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
  install_packages "$family" "${missing[@]}"
}

# What the window loads when it starts, and the compiler that builds it.
require_window() {
  require <<'LIST'
cc                    gcc                  gcc                     gcc            gcc
libX11.so.6           libx11-6             libX11                  libx11         libX11-6
libX11-xcb.so.1       libx11-xcb1          libX11-xcb              libx11         libX11-xcb1
libXcursor.so.1       libxcursor1          libXcursor              libxcursor     libXcursor1
libXi.so.6            libxi6               libXi                   libxi          libXi6
libXrandr.so.2        libxrandr2           libXrandr               libxrandr      libXrandr2
libxkbcommon.so.0     libxkbcommon0        libxkbcommon            libxkbcommon   libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0   libxkbcommon-x11        libxkbcommon-x11 libxkbcommon-x11-0
libwayland-client.so.0 libwayland-client0  libwayland-client       wayland        libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0  libwayland-cursor       wayland        libwayland-cursor0
libwayland-egl.so.1   libwayland-egl1      libwayland-egl          wayland        libwayland-egl1
libGL.so.1            libgl1               libglvnd-glx            libglvnd       libglvnd
libEGL.so.1           libegl1              libglvnd-egl            libglvnd       libglvnd
libEGL_mesa.so.0      libegl-mesa0         mesa-libEGL             mesa           Mesa-libEGL1
libGLX_mesa.so.0      libglx-mesa0         mesa-libGL              mesa           Mesa-libGL1
libfontconfig.so.1    libfontconfig1       fontconfig              fontconfig     fontconfig
libdbus-1.so.3        libdbus-1-3          dbus-libs               dbus           libdbus-1-3
LIST
  # Drivers are not libraries which the linker knows; graphics cards bring their own.
  compgen -G '/usr/lib*/dri/*_dri.so' >/dev/null || compgen -G '/usr/lib/*/dri/*_dri.so' >/dev/null ||
    require <<'LIST'
/usr/lib*/dri/*_dri.so libgl1-mesa-dri     mesa-dri-drivers        mesa           Mesa-dri
LIST
}

# What the test of the real window needs besides: a display in memory, and a source of dragged files.
require_window_test() {
  require <<'LIST'
Xvfb                  xvfb                 xorg-x11-server-Xvfb    xorg-server-xvfb xorg-x11-server-Xvfb
/usr/bin/python3      python3              python3                 python         python3
LIST
  [ "$(uname -s)" = Linux ] || return 0
  /usr/bin/python3 -c 'import Xlib' 2>/dev/null || require <<'LIST'
/python-xlib-is-missing python3-xlib       python3-xlib            python-xlib    python3-python-xlib
LIST
}

# What reads the calendar files that the tests write: somebody else's library.
require_calendar_test() {
  [ "$(uname -s)" = Linux ] || return 0
  /usr/bin/python3 -c 'import icalendar, dateutil' 2>/dev/null || require <<'LIST'
/python-icalendar-is-missing python3-icalendar python3-icalendar   python-icalendar python3-icalendar
LIST
}

# What reads the network files that the tests write: somebody else's libraries.
require_network_test() {
  [ "$(uname -s)" = Linux ] || return 0
  /usr/bin/python3 -c 'import networkx' 2>/dev/null || require <<'LIST'
/python-networkx-is-missing python3-networkx python3-networkx      python-networkx python3-networkx
LIST
  /usr/bin/python3 -c 'import pydot' 2>/dev/null || require <<'LIST'
/python-pydot-is-missing python3-pydot       python3-pydot         python-pydot   python3-pydot
LIST
}

# What reads the vCards that the tests write: somebody else's library.
require_vcard_test() {
  [ "$(uname -s)" = Linux ] || return 0
  /usr/bin/python3 -c 'import vobject' 2>/dev/null || require <<'LIST'
/python-vobject-is-missing python3-vobject   python3-vobject         python-vobject python3-vobject
LIST
}

# What the fault tests need besides: the program which lets system calls fail.
require_fault_test() {
  require <<'LIST'
strace                strace               strace                  strace         strace
unshare               util-linux           util-linux              util-linux     util-linux
LIST
}
