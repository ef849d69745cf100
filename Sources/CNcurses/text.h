// Character set and display width.
#pragma once

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// Swift's own Glibc module hides these two.
extern int wcwidth(wchar_t);
extern int pipe2(int[2], int);

// Sets the character type of the locale and nothing else of it (numbers stay in the C form).
// Returns 1 when text may be UTF-8. A locale that is unset, "C" or not installed, as is usual in
// containers, counts as UTF-8 where that is wanted; one that is installed with another character set
// does not.
static inline int cn_set_charset(int wants_utf8) {
  const char *found = setlocale(LC_CTYPE, "");
  const char *codeset = nl_langinfo(CODESET);
  if (!wants_utf8) return 0;
  if (strcmp(codeset, "UTF-8") == 0) return 1;
  if (found && strcmp(codeset, "ANSI_X3.4-1968") != 0) return 0;
  if (setlocale(LC_CTYPE, "C.UTF-8")) return 1;
  return setlocale(LC_CTYPE, "en_US.UTF-8") != NULL;
}

// Columns of one code point: 0, 1 or 2; -1 when it cannot be printed.
static inline int cn_width(unsigned scalar) { return wcwidth((wchar_t)scalar); }
