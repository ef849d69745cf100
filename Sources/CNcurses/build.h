// What this build says of itself: a release names its commit, date and toolchain.
#pragma once

#ifndef FAIRWAY_BUILD
#define FAIRWAY_BUILD "development"
#endif

// A function, because Swift does not see a macro that comes from the command line.
static inline const char *cn_build(void) { return FAIRWAY_BUILD; }
