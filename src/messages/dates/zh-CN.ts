/** Days, times and distances, zh-CN. */
export const texts = {
  dated: '{year}年{date}',
  moment: '{date} {time}',
  today: '今天',
  tomorrow: '明天',
  kilometres: '{n} 公里',
  metres: '{n} 米',
} as const
