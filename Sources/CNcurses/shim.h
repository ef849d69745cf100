// ncurses for Swift: what Swift cannot import (macros, variadics, mutable globals such as stdscr)
// as inline functions over the one screen of the process.
//
// No state may be shared by way of a static variable: Swift compiles one copy of it into every
// object file that a caller is inlined into. So the screen is a handle, and what a signal handler
// needs is set by the very function that installs the handler: these two are always in one object.
#pragma once

#define NCURSES_WIDECHAR 1

#include "build.h"
#include "crash.h"
#include "screen.h"
#include "signals.h"
#include "text.h"
