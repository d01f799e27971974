/** What pages of an office have in common, zh-CN. */
export const texts = {
  signIn: '请用工作人员账户登录',
  toMe: '回到“我的”',
  gone: '没有找到',
  begunGo: '接着写',
  begunDrop: '丢弃',
} as const
