// A self-pipe: the handler writes the number of the signal, the loop reads it.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "text.h"

struct cn_signals {
  int ends[2];
  int open;
  pid_t owner;  // a child between fork and exec must not write into our pipe
};

static struct cn_signals *cn_signals(void) {
  static struct cn_signals state;
  return &state;
}

static void cn_on_signal(int signal) {
  struct cn_signals *signals = cn_signals();
  int saved = errno;
  unsigned char number = (unsigned char)signal;
  if (signals->owner == getpid()) {
    ssize_t done = write(signals->ends[1], &number, 1);
    (void)done;
  }
  errno = saved;
}

// A pipe that neither blocks nor is inherited; 0 or -1.
static inline int cn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

// The end to read from, or -1. The pipe is made once and lives as long as the process.
static inline int cn_signals_open(void) {
  struct cn_signals *signals = cn_signals();
  if (signals->open) return signals->ends[0];
  if (cn_pipe(signals->ends) != 0) return -1;
  signals->open = 1;
  signals->owner = getpid();
  return signals->ends[0];
}

// Leaves a signal alone that was ignored when we started (nohup).
static inline void cn_signals_catch(int signal) {
  struct sigaction before;
  if (sigaction(signal, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
  struct sigaction action = {.sa_handler = cn_on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static inline void cn_signals_default(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static void cn_do_nothing(int signal) { (void)signal; }

// A broken pipe becomes an error of write(). A handler, not SIG_IGN: children would inherit that.
static inline void cn_signals_spare_pipe(void) {
  struct sigaction before;
  if (sigaction(SIGPIPE, NULL, &before) != 0 || before.sa_handler != SIG_DFL) return;
  struct sigaction action = {.sa_handler = cn_do_nothing, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGPIPE, &action, NULL);
}
