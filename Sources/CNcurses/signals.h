// A self-pipe: the handler writes the number of the signal, the loop reads it.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "text.h"

struct cn_signals {
  int sender;
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
    ssize_t done = write(signals->sender, &number, 1);
    (void)done;
  }
  errno = saved;
}

// A pipe that neither blocks nor is inherited; 0 or -1.
static inline int cn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

// From now on these signals are bytes of the pipe that ends in sender. A signal that was ignored
// when we started (nohup) is left alone. The handler's state is set here and nowhere else.
static inline void cn_signals_catch(const int *numbers, int count, int sender) {
  struct cn_signals *signals = cn_signals();
  signals->sender = sender;
  signals->owner = getpid();
  struct sigaction action = {.sa_handler = cn_on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) {
    struct sigaction before;
    if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(numbers[i], &action, NULL);
  }
}

// Stops the process as Ctrl-Z does by default and returns when it goes on. SIGCONT is left to its
// default meanwhile: who stopped itself knows that it goes on.
static inline void cn_stop(void) {
  struct sigaction stop, resume, standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &stop);
  sigaction(SIGCONT, &standard, &resume);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &resume, NULL);
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
