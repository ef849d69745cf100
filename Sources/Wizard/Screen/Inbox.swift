import Synchronization

/// News from other threads, in the order in which they came.
final class Inbox<News: Sendable>: Sendable {
  private let news = Mutex<[News]>([])

  func put(_ one: News) { news.withLock { $0.append(one) } }

  func take() -> [News] {
    news.withLock { news in
      defer { news = [] }
      return news
    }
  }
}
