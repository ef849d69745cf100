// The screen and the keyboard.
#pragma once

#include <fcntl.h>
#include <ncurses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "crash.h"

enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8, CN_ITALIC = 16 };
enum { CN_OK = 0, CN_NO_TERMINAL = 1, CN_UNKNOWN_TERMINAL = 2 };
enum { CN_INPUT_NONE = 0, CN_INPUT_TEXT = 1, CN_INPUT_KEY = 2 };
enum { CN_MOUSE_NONE = 0, CN_MOUSE_CLICK = 1, CN_MOUSE_UP = 2, CN_MOUSE_DOWN = 3 };

enum {
  CN_KEY_UP = KEY_UP,
  CN_KEY_DOWN = KEY_DOWN,
  CN_KEY_LEFT = KEY_LEFT,
  CN_KEY_RIGHT = KEY_RIGHT,
  CN_KEY_HOME = KEY_HOME,
  CN_KEY_END = KEY_END,
  CN_KEY_FIND = KEY_FIND,
  CN_KEY_SELECT = KEY_SELECT,
  CN_KEY_PAGE_UP = KEY_PPAGE,
  CN_KEY_PAGE_DOWN = KEY_NPAGE,
  CN_KEY_BACKSPACE = KEY_BACKSPACE,
  CN_KEY_DELETE = KEY_DC,
  CN_KEY_ENTER = KEY_ENTER,
  CN_KEY_BACKTAB = KEY_BTAB,
  CN_KEY_MOUSE = KEY_MOUSE,
  CN_KEY_F0 = KEY_F0,
  CN_KEY_PASTE_BEGIN = 2000,  // ours, far above what terminfo extensions get
  CN_KEY_PASTE_END = 2001
};

// The handle of the screen; curses itself has one for the process, stdscr.
struct cn_screen {
  SCREEN *screen;
  WINDOW *keys;  // a pad: reading a key from it never redraws
  struct cn_crash *crash;
  int input, output;
};

static inline int cn_tty(int fd) { return isatty(fd) ? fd : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY); }

static inline int cn_has(const char *capability) {
  const char *text = tigetstr(capability);
  return text && text != (const char *)-1;
}

// Flow control and literal-next would swallow keys; Ctrl-\ stays a signal and is a fatal one.
static inline void cn_free_keys(int input) {
  struct termios modes;
  if (tcgetattr(input, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)IXON;
  modes.c_lflag &= ~(tcflag_t)IEXTEN;
  tcsetattr(input, TCSANOW, &modes);
  def_prog_mode();
}

static inline void cn_raw(struct cn_screen *cn, const char *bytes, size_t count) {
  cn_write_all(cn->output, bytes, count);
}

// Marks around pasted text, and no reordering of right-to-left text: the columns are ours. Terminals
// that know neither ignore both.
static inline void cn_text_modes(struct cn_screen *cn, int on) {
  const char *modes = on ? "\033[?2004h\033[8l" : "\033[?2004l\033[8h";
  cn_raw(cn, modes, strlen(modes));
}

// A program that crashed may have left the mouse on; its reports would be taken for keys.
static inline void cn_mouse_reset(struct cn_screen *cn) {
  if (!cn_has("kmous")) return;
  const char *modes = "\033[?1000l\033[?1002l\033[?1003l\033[?1006l";
  cn_raw(cn, modes, strlen(modes));
}

static inline void cn_set_modes(struct cn_screen *cn) {
  cbreak();
  noecho();
  nonl();
  curs_set(0);
  typeahead(-1);  // an update is never left half done because keys are waiting
  cn_free_keys(cn->input);
  cn->keys = newpad(1, 1);
  keypad(cn->keys, TRUE);
  nodelay(cn->keys, TRUE);
  define_key("\033[200~", CN_KEY_PASTE_BEGIN);
  define_key("\033[201~", CN_KEY_PASTE_END);
}

// A screen by a description that stands in the environment while curses reads it, and only then.
static inline SCREEN *cn_described(const char *name, const char *description, FILE *out, FILE *in) {
  const char *before = getenv("TERMINFO");
  char *kept = before ? strdup(before) : NULL;
  setenv("TERMINFO", description, 1);
  SCREEN *screen = newterm(name, out, in);
  if (kept) setenv("TERMINFO", kept, 1);
  else unsetenv("TERMINFO");
  free(kept);
  return screen;
}

// Fills the handle; a CN_ result. The keyboard is stdin, or /dev/tty when stdin is a pipe; likewise
// the screen and stdout. The description is for a terminal that no database of this machine knows.
static inline int cn_start(struct cn_screen *cn, const char *name, const char *description) {
  struct termios before;
  cn->input = cn_tty(STDIN_FILENO);
  cn->output = cn_tty(STDOUT_FILENO);
  if (cn->input < 0 || cn->output < 0) return CN_NO_TERMINAL;
  int has_modes = tcgetattr(cn->input, &before) == 0;
  FILE *in = cn->input == STDIN_FILENO ? stdin : fdopen(cn->input, "r");
  FILE *out = cn->output == STDOUT_FILENO ? stdout : fdopen(cn->output, "w");
  if (!in || !out) return CN_NO_TERMINAL;
  set_escdelay(25);
  cn->screen = newterm(NULL, out, in);
  if (!cn->screen && description) cn->screen = cn_described(name, description, out, in);
  if (!cn->screen) return CN_UNKNOWN_TERMINAL;
  if (!cn_has("cup")) {  // "dumb": it starts, but the cursor cannot be placed
    endwin();
    delscreen(cn->screen);
    return CN_UNKNOWN_TERMINAL;
  }
  cn->crash = cn_arm(cn->output, has_modes ? &before : NULL);
  cn_set_modes(cn);
  cn_mouse_reset(cn);
  refresh();
  cn_text_modes(cn, 1);
  return CN_OK;
}

static inline void cn_mouse_on(int on) {
  mouseinterval(0);
  mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

// Gives the terminal back for a while; cn_enter takes it again.
static inline void cn_leave(struct cn_screen *cn) {
  cn_text_modes(cn, 0);
  curs_set(1);
  endwin();
  cn->crash->armed = 0;
}

static inline void cn_enter(struct cn_screen *cn) {
  cn->crash->armed = 1;
  clearok(curscr, TRUE);
  refresh();
  curs_set(0);
  cn_text_modes(cn, 1);
}

// For good; the handle is of no use afterwards.
static inline void cn_end(struct cn_screen *cn) {
  cn_leave(cn);
  delwin(cn->keys);
  delscreen(cn->screen);
}

static inline int cn_rows(void) { return getmaxy(stdscr); }
static inline int cn_columns(void) { return getmaxx(stdscr); }

// Takes over the size of the terminal. A size of 0 (serial line) is not one.
static inline void cn_resize(struct cn_screen *cn) {
  struct winsize size;
  // Of a size that came and went the terminal has moved its text, too.
  clearok(curscr, TRUE);
  if (ioctl(cn->output, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (is_term_resized(size.ws_row, size.ws_col)) resizeterm(size.ws_row, size.ws_col);
}

// Next input without waiting: a code point or a key code in *value.
static inline int cn_input(struct cn_screen *cn, unsigned *value) {
  wint_t found = 0;
  int kind;
  do kind = wget_wch(cn->keys, &found);
  while (kind == KEY_CODE_YES && found == KEY_RESIZE);  // resizeterm queues it; the signal told us
  *value = (unsigned)found;
  return kind == OK ? CN_INPUT_TEXT : kind == KEY_CODE_YES ? CN_INPUT_KEY : CN_INPUT_NONE;
}

static inline int cn_mouse(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return CN_MOUSE_NONE;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON1_PRESSED) return CN_MOUSE_CLICK;
  if (event.bstate & BUTTON4_PRESSED) return CN_MOUSE_UP;
  return event.bstate & BUTTON5_PRESSED ? CN_MOUSE_DOWN : CN_MOUSE_NONE;
}

static inline attr_t cn_attributes(unsigned flags) {
  attr_t result = A_NORMAL;
  if (flags & CN_BOLD) result |= A_BOLD;
  if (flags & CN_DIM) result |= A_DIM;
  if (flags & CN_UNDERLINE) result |= A_UNDERLINE;
  if (flags & CN_REVERSE) result |= A_REVERSE;
  if (flags & CN_ITALIC) result |= A_ITALIC;
  return result;
}

// Puts code points of one style. At the last cell of the screen ncurses says ERR and still puts it.
static inline void cn_put(int row, int column, const unsigned *text, int count, unsigned flags, int pair) {
  if (wmove(stdscr, row, column) == ERR) return;
  wattr_set(stdscr, cn_attributes(flags), (short)(pair > 32767 ? 0 : pair), &pair);
  waddnwstr(stdscr, (const wchar_t *)text, count);
}

static inline void cn_erase(void) {
  wattr_set(stdscr, A_NORMAL, 0, NULL);
  werase(stdscr);
}

// Shows everything put so far in one go; the cursor only where it is wanted.
static inline void cn_show(int cursor, int row, int column) {
  curs_set(cursor ? 1 : 0);
  wmove(stdscr, cursor ? row : 0, cursor ? column : 0);
  wnoutrefresh(stdscr);
  doupdate();
}

// 0 without colours; 8, 16, 256, or 1 << 24 where a colour number is red-green-blue.
static inline int cn_start_colours(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

static inline int cn_pair_limit(void) { return COLOR_PAIRS; }
static inline void cn_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

static inline const char *cn_terminal_name(void) {
  const char *name = getenv("TERM");
  return name ? name : "";
}
