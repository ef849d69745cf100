// Gives the terminal back when the process dies of a fatal signal or calls exit().
// Only async-signal-safe calls here: write, tcsetattr, sigaction, raise, getpid.
#pragma once

#include <ncurses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

enum { CN_FATAL_COUNT = 7 };

struct cn_crash {
  volatile sig_atomic_t armed;  // 1 while the terminal is ours
  pid_t owner;                  // a forked child must not touch the terminal
  int output;
  int has_modes;
  struct termios modes;  // as they were before we started
  char text[256];        // what brings the terminal back
  size_t length;
  struct sigaction before[CN_FATAL_COUNT];
  char stack[64 * 1024];  // for a handler that runs after a stack overflow
};

static struct cn_crash *cn_crash(void) {
  static struct cn_crash state;
  return &state;
}

static int cn_fatal(int index) {
  const int signals[CN_FATAL_COUNT] = {SIGSEGV, SIGILL, SIGBUS, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT};
  return signals[index];
}

static void cn_write_all(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(fd, bytes, count);
    if (done <= 0) return;
    bytes += done;
    count -= (size_t)done;
  }
}

static void cn_give_back(void) {
  struct cn_crash *crash = cn_crash();
  if (!crash->armed || crash->owner != getpid()) return;
  crash->armed = 0;
  cn_write_all(crash->output, crash->text, crash->length);
  if (crash->has_modes) tcsetattr(crash->output, TCSANOW, &crash->modes);
}

// Hands over to whoever handled the signal before us (a backtrace, or the default action).
static void cn_on_fatal(int signal) {
  struct cn_crash *crash = cn_crash();
  cn_give_back();
  for (int i = 0; i < CN_FATAL_COUNT; i++)
    if (cn_fatal(i) == signal) sigaction(signal, &crash->before[i], NULL);
  raise(signal);
}

// Appends without the $<5> padding that terminfo strings may carry.
static void cn_remember(struct cn_crash *crash, const char *text) {
  if (text == NULL || text == (const char *)-1) return;
  while (*text && crash->length < sizeof crash->text - 1) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end)
      text = end + 1;
    else
      crash->text[crash->length++] = *text++;
  }
}

static void cn_install_fatal(struct cn_crash *crash) {
  stack_t old;
  if (sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE)) {
    stack_t own = {.ss_sp = crash->stack, .ss_size = sizeof crash->stack};
    sigaltstack(&own, NULL);
  }
  struct sigaction action = {.sa_handler = cn_on_fatal, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < CN_FATAL_COUNT; i++) sigaction(cn_fatal(i), &action, &crash->before[i]);
  atexit(cn_give_back);
}

// Call after newterm: the strings come from its terminfo entry. Returns what says who owns the
// terminal; it stays valid for ever.
static struct cn_crash *cn_arm(int output, const struct termios *modes) {
  struct cn_crash *crash = cn_crash();
  int is_first = crash->owner == 0;
  crash->output = output;
  crash->owner = getpid();
  crash->has_modes = modes != NULL;
  if (modes) crash->modes = *modes;
  crash->length = 0;
  cn_remember(crash, "\033[?2004l\033[8h\033[?1000l\033[?1006l");
  cn_remember(crash, tigetstr("sgr0"));
  cn_remember(crash, tigetstr("rmkx"));
  cn_remember(crash, tigetstr("cnorm"));
  cn_remember(crash, tigetstr("rmcup"));
  if (is_first) cn_install_fatal(crash);
  crash->armed = 1;
  return crash;
}
