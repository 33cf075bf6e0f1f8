#pragma once
// An interrupted run ends between two answers and not inside one.

#include <atomic>
#include <csignal>
#include <thread>

namespace lectern::tools {

/// SIGINT, SIGTERM and SIGHUP, as far as they are not ignored, wait while it lives.
class SignalsHeld {
 public:
  SignalsHeld();
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

  const sigset_t& signals() const { return signals_; }

 private:
  sigset_t signals_, before_;
};

/// While it lives, the first of those signals is noted and ends nothing; the second ends the
/// process at once, also when nobody reads what it writes. Make it before any other thread.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// The signal that came, or 0.
  int signal() const { return signal_; }

  /// Waits until `descriptor` can be read. False when a signal came instead.
  bool wait_for_input(int descriptor) const;

 private:
  void watch();

  SignalsHeld held_;
  std::atomic<int> signal_ = 0;
  std::atomic<bool> is_over_ = false;
  int wake_[2] = {-1, -1}; // a pipe whose far end is closed by the first signal
  std::thread watcher_;
};

} // namespace lectern::tools
