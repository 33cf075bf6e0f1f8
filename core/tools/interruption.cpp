#include "interruption.hpp"

#include <cerrno>
#include <cstdlib>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include "commands.hpp"

namespace lectern::tools {

SignalsHeld::SignalsHeld() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now = {};
    // What nohup ignores stays ignored.
    if (sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN)
      sigaddset(&signals_, signal);
  }
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
}

SignalsHeld::~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

Interruption::Interruption() {
  if (::pipe(wake_) != 0) wake_[0] = wake_[1] = -1; // poll() leaves out what is negative
  watcher_ = std::thread(&Interruption::watch, this);
}

Interruption::~Interruption() {
  is_over_ = true;
  // A signal of its own that the watcher waits for; with all of them ignored it waits for none.
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    if (sigismember(&held_.signals(), signal) != 1) continue;
    pthread_kill(watcher_.native_handle(), signal);
    break;
  }
  watcher_.join();
  if (wake_[0] >= 0) ::close(wake_[0]);
}

void Interruption::watch() {
  for (int count = 0;; ++count) {
    int signal = 0;
    if (sigwait(&held_.signals(), &signal) != 0 || is_over_) break;
    if (count > 0) std::_Exit(kInterrupted + signal);
    signal_ = signal;
    if (wake_[1] >= 0) ::close(wake_[1]);
    wake_[1] = -1;
  }
  if (wake_[1] >= 0) ::close(wake_[1]);
}

bool Interruption::wait_for_input(int descriptor) const {
  for (;;) {
    pollfd wanted[] = {{descriptor, POLLIN, 0}, {wake_[0], POLLIN, 0}};
    const int count = ::poll(wanted, 2, -1);
    if (signal_ != 0) return false;
    if (count > 0 || errno != EINTR) return true; // what is wrong with it, read() says
  }
}

} // namespace lectern::tools
