/** Words of the inbox, en. */
export const texts = {
  title: 'Messages',
  list: 'Messages to you, newest first',
  unread: 'Unread',
  readAll: 'Mark all as read',
  allRead: 'All are marked as read',
  empty: 'No messages yet',
  emptyHint: 'What you book, what a hall cancels and the reminder the day before will be here.',
  book: 'Book a visit',
  kept: 'Messages are kept for 180 days.',
} as const
