/** Words of the __name__ pages, zh-CN. */
export const texts = {
  title: '__name__',
  line: '内容',
  add: '记下',
  added: '已记下',
  left: '还可以记 {n} 行。',
  another: '再记一行',
  signInLead: '登录后可以记下自己的内容',
} as const
