/** Taking a number by one's position, zh-CN. */
export const texts = {
  priority: '绿色通道',
  priorityWho: '给老年人、残疾人、孕妇、带婴幼儿的人等需要照顾的人。自己选就行，不问原因，不用证明。',
  purpose: '点下面的按钮时才会问您要位置，只用来核对您在大厅 {n} 米内，不保存。',
  refused: '没有使用位置，不影响办事：请到门口出示预约票，或向工作人员取号。',
  failed: '暂时取不到位置。可以再试一次，也可以到门口取号。',
  looking: '正在核对位置…',
} as const
