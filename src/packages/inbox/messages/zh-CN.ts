/** Words of the inbox, zh-CN. */
export const texts = {
  title: '消息',
  list: '收到的消息，新的在前',
  unread: '未读',
  readAll: '全部标为已读',
  allRead: '已全部标为已读',
  empty: '还没有消息',
  emptyHint: '预约成功、大厅取消、前一天的提醒，都会出现在这里。',
  book: '预约办税',
  kept: '消息保留 180 天。',
} as const
