#pragma once
// Work that several threads do and that leaves in the order it came in. At most so many items and
// so many bytes are inside at a time; who puts one in waits.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace lectern::tools {

class OrderedQueue {
 public:
  struct Item {
    long number = 0; // of the line, from 1
    bool is_too_long = false;
    std::string input;
    std::string output;
    bool is_done = false;
    std::size_t bytes = 0; // what it counts for while it is inside
  };

  OrderedQueue(std::size_t most_items, std::size_t most_bytes)
      : most_items_(most_items), most_bytes_(most_bytes) {}

  void put(std::unique_ptr<Item> item) {
    item->bytes = item->input.size();
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] {
      return items_.empty() || (items_.size() < most_items_ && bytes_ < most_bytes_);
    });
    bytes_ += item->bytes;
    items_.push_back(std::move(item));
    work_.notify_one();
  }

  /// No more will be put in.
  void close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    work_.notify_all();
    finished_.notify_all();
  }

  /// The next item that nobody has taken; null when there will be none. It stays the queue's.
  Item* take() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [this] { return taken_ < items_.size() || is_closed_; });
    return taken_ < items_.size() ? items_[taken_++].get() : nullptr;
  }

  void finish(Item* item) {
    const std::lock_guard lock(mutex_);
    item->is_done = true;
    finished_.notify_one();
  }

  /// The outputs that are next in order, as many as are done; waits for one. False at the end.
  bool collect(std::string& output) {
    output.clear();
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [this] { return items_.empty() ? is_closed_ : items_.front()->is_done; });
    if (items_.empty()) return false;
    while (!items_.empty() && items_.front()->is_done) {
      if (output.empty())
        output.swap(items_.front()->output);
      else
        output += items_.front()->output;
      bytes_ -= items_.front()->bytes;
      items_.pop_front();
      --taken_;
    }
    room_.notify_one();
    return true;
  }

 private:
  const std::size_t most_items_;
  const std::size_t most_bytes_;
  std::mutex mutex_;
  std::condition_variable room_, work_, finished_;
  std::deque<std::unique_ptr<Item>> items_;
  std::size_t taken_ = 0; // of items_, from the front
  std::size_t bytes_ = 0;
  bool is_closed_ = false;
};

} // namespace lectern::tools
