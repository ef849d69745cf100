// ncurses for Swift: what Swift cannot import (macros, variadics, mutable globals such as stdscr)
// as inline functions over the one screen of the process.
//
// State lives in static variables of functions (Swift does not emit those of a file), and Swift
// compiles one copy of them per source file that uses them. So exactly one Swift file calls what
// has state: Curses.swift for screen.h and crash.h, SignalPipe.swift for signals.h.
#pragma once

#define NCURSES_WIDECHAR 1

#include "crash.h"
#include "screen.h"
#include "signals.h"
#include "text.h"
