/** What charts say, zh-CN. */
export const texts = {
  show: '查看数字',
  hide: '收起数字',
  table: '{title}：数字',
  latest: '{name} {value}（{label}）',
  total: '{name} {value}',
  unknown: '无数据',
} as const
